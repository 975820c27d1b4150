package org.innkeeper.core.xml.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DomainSecretsTest {
    private static final String TEXT =
            "<domain><devices><disk><source><cookies><cookie name='c'>crumb</cookie></cookies>"
                    + "</source><target dev='vda'/></disk><graphics type='vnc' passwd='old'/><graphics type='sdl'/></devices></domain>";

    @Test
    void aPlaceholderStandsForEachSecret() {
        DomainDocument domain = DomainDocument.read(TEXT);
        DomainDocument hidden = DomainSecrets.hidden(domain);
        assertThat(hidden.toText()).doesNotContain("old").doesNotContain("crumb");
        assertThat(DomainSecrets.hasPlaceholders(hidden)).isTrue();
        assertThat(DomainSecrets.hasPlaceholders(domain)).isFalse();
        assertThat(domain.toText()).isEqualTo(TEXT);
    }

    @Test
    void todaysSecretsArePutBack() {
        DomainDocument edited = DomainSecrets.hidden(DomainDocument.read(TEXT));
        DomainSecrets.restore(
                edited, DomainDocument.read(TEXT.replace("old", "new").replace("crumb", "cake")));
        assertThat(edited.toText()).isEqualTo(TEXT.replace("old", "new").replace("crumb", "cake"));
    }

    @Test
    void aSecretThatIsGoneStaysGoneAndATypedOneStays() {
        DomainDocument edited = DomainSecrets.hidden(DomainDocument.read(TEXT));
        DomainDocument none = DomainDocument.read("<domain><devices><graphics type='vnc'/></devices></domain>");
        DomainSecrets.restore(edited, none);
        assertThat(edited.devices("graphics").get(0).attribute("passwd")).isNull();
        edited.devices("graphics").get(0).setAttribute("passwd", "typed");
        DomainSecrets.restore(edited, none);
        assertThat(edited.devices("graphics").get(0).attribute("passwd")).isEqualTo("typed");
    }
}
