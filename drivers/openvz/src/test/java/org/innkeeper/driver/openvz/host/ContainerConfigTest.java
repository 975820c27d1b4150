package org.innkeeper.driver.openvz.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.VzSandbox;
import org.innkeeper.driver.openvz.definition.ContainerXml;
import org.innkeeper.driver.openvz.definition.NetInterface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainerConfigTest {
    private static final UUID SOME = UUID.fromString("7109d234-f5a8-30a6-5dd2-39ca85ce3958");

    private static ContainerConfig parse(String text) {
        return ContainerConfig.parse("101.conf", text);
    }

    @Test
    void readsParametersOfAnOldFile() {
        ContainerConfig config = parse(VzSandbox.resource("/libvirt/ctconf.conf"));

        assertThat(config.value("OSTEMPLATE")).hasValue("rhel-5-lystor");
        assertThat(config.value("IP_ADDRESS")).hasValue("194.44.18.88");
        assertThat(config.value("DISK_QUOTA")).hasValue("no");
        assertThat(config.value("DISKSPACE"))
                .as("an empty one takes nothing back")
                .hasValue("107733379:118506717");
        assertThat(config.value("THIS_PARAM_IS_MISSING")).isEmpty();
    }

    @Test
    void firstLineOfAKeyCountsAsItIsTheOneVzctlReplaces() {
        assertThat(parse("A=\"\"\nA=1\nA=\"2\"\n").value("A")).hasValue("1");
    }

    @Test
    void readsInterfacesOfAnOldFile() {
        ContainerConfig config = parse(VzSandbox.resource("/libvirt/ctconf.conf"));
        XmlElement devices = new XmlElement("devices");
        ContainerXml.networkOf(devices, config);

        assertThat(NetInterface.of(config))
                .containsExactly(
                        new NetInterface("eth10", "00:18:51:c1:05:ee", "veth105.10", "00:18:51:8f:d9:f3", null));
        assertThat(devices.elements("interface")).hasSize(2);
        XmlElement routed = devices.elements("interface").get(0);
        assertThat(routed.attribute("type")).isEqualTo("ethernet");
        assertThat(routed.element("ip").attribute("address")).isEqualTo("194.44.18.88");
        XmlElement bridged = devices.elements("interface").get(1);
        assertThat(bridged.attribute("type")).isEqualTo("bridge");
        assertThat(bridged.element("mac").attribute("address")).isEqualTo("00:18:51:c1:05:ee");
        assertThat(bridged.element("target").attribute("dev")).isEqualTo("veth105.10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=\"b c\"         | b c",
                "A='b c' # remark  | b c",
                "  A = b           | b",
                "A=b#no-remark     | b#no-remark",
                "A=b #remark       | b",
                "A=\"say \"hi\" now\" | say \"hi\" now",
                "A=\"b \\\" c\" # \"d\" | b \" c",
                "A='b \\ c'        | b \\ c",
                "A=b\\\\c           | b\\c",
                "A=\"b # no remark | b # no remark",
                "A=\"\"            | ``"
            })
    void readsValues(String line, String value) {
        assertThat(parse("# first\n" + line + "\n").value("A")).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"what is this", "A=b c", "A=\"b\" c", "=b", "A-B=c", "A=b\"c\""})
    void tellsTheLineOfAnError(String line) {
        InnkeeperException error =
                catchThrowableOfType(InnkeeperException.class, () -> parse("# first\n\n" + line + "\nX=y\n"));

        assertThat(error.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
        assertThat(error.info().message()).startsWith("101.conf, line 3: ");
        assertThat(error.info().int1()).isEqualTo(3);
    }

    @Test
    void uuidIsACommentAtTheEnd() {
        String text = "# mine\n\nUNKNOWN=\"x\"\nONBOOT=\"no\"";
        ContainerConfig config = parse(text).withUuid(SOME);

        assertThat(config.text()).isEqualTo(text + "\n#UUID: " + SOME + "\n");
        assertThat(config.uuid()).hasValue(SOME);
        assertThat(config.withUuid(SOME).text()).isEqualTo(config.text());
        assertThat(config.withComment("UUID", null).text()).isEqualTo(text + "\n");
    }

    @Test
    void uuidsOfOtherWritersAreRead() {
        assertThat(parse("#UUID: " + SOME.toString().replace("-", "")).uuid()).hasValue(SOME);
        assertThat(parse("#UUID:" + SOME).uuid()).hasValue(SOME);
        assertThat(parse("#UUID: nonsense").uuid()).isEmpty();
        assertThat(parse("").uuid()).isEmpty();
    }
}
