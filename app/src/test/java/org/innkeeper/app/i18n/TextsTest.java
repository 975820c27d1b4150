package org.innkeeper.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts texts = new Texts(false);

    @Test
    void argumentsTakeTheirPlaces() {
        assertThat(texts.get("confirm.FORCE_OFF.question", "web {0} $1")).isEqualTo("Pull the plug of web {0} $1?");
    }

    @Test
    void textsAreCounted() {
        assertThat(texts.count("confirm.guests", 1)).isEqualTo("1 guest");
        assertThat(texts.count("confirm.guests", 1234)).isEqualTo("1\u202f234 guests");
    }

    @Test
    void aTextThatIsMissingIsAMistake() {
        assertThatThrownBy(() -> texts.get("action.NONSENSE")).hasMessageContaining("action.NONSENSE");
        assertThatThrownBy(() -> texts.get("nowhere.at.all")).isInstanceOf(IllegalArgumentException.class);
        assertThat(texts.has("action.RUN")).isTrue();
        assertThat(texts.has("plain")).isFalse();
    }

    @Test
    void thePseudoLocaleKeepsArgumentsAndIsLonger() {
        String pseudo = new Texts(true).get("confirm.FORCE_OFF.question", "web");

        assertThat(pseudo).startsWith("[Púll").contains("web?").endsWith("]");
        assertThat(pseudo.length())
                .isGreaterThan(texts.get("confirm.FORCE_OFF.question", "web").length() * 5 / 4);
    }
}
