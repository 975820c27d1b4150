package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.innkeeper.core.error.InnkeeperException;
import org.junit.jupiter.api.Test;

class PropertyTest {
    private final Catalogue catalogue = Catalogue.of("thing", "");

    @Test
    void sizesKeepTheirUnitAsLongAsItIsExact() {
        Property<Long> memory = catalogue.kibibytes("memory");
        XmlElement root = XmlElement.parse("<domain><memory unit='MiB' dumpCore='on'>2</memory></domain>");
        assertThat(memory.get(root)).contains(2048L);
        memory.set(root, 4096L);
        assertThat(root.toText()).contains("<memory unit='MiB' dumpCore='on'>4</memory>");
        memory.set(root, 4097L);
        assertThat(root.toText()).contains("<memory unit='KiB' dumpCore='on'>4097</memory>");
        memory.remove(root);
        assertThat(root.toText()).contains("<memory dumpCore='on'/>");
    }

    @Test
    void sizesAreRoundedUpAndChecked() {
        Property<Long> memory = catalogue.kibibytes("memory");
        assertThat(memory.get(XmlElement.parse("<d><memory unit='b'>1025</memory></d>")))
                .contains(2L);
        assertThat(memory.get(XmlElement.parse("<d><memory unit='MB'>1</memory></d>")))
                .contains(977L);
        assertThat(memory.get(XmlElement.parse("<d><memory>7</memory></d>"))).contains(7L);
        assertThatThrownBy(() -> memory.get(XmlElement.parse("<d><memory unit='furlong'>1</memory></d>")))
                .hasMessageContaining("<memory>")
                .hasMessageContaining("furlong");
        assertThatThrownBy(() -> memory.get(XmlElement.parse("<d><memory unit='EiB'>99999999</memory></d>")))
                .hasMessageContaining("too large");
        assertThatThrownBy(() -> memory.get(XmlElement.parse("<d><memory>-1</memory></d>")))
                .isInstanceOf(InnkeeperException.class);
    }

    @Test
    void numbersKeepTheirStyle() {
        Property<Integer> slot = catalogue.hex("address@slot");
        XmlElement root = XmlElement.parse("<d><address slot='0x01'/></d>");
        slot.set(root, 10);
        assertThat(root.element("address").attribute("slot")).isEqualTo("0x0a");
        root.element("address").setAttribute("slot", "9");
        slot.set(root, 10);
        assertThat(root.element("address").attribute("slot")).isEqualTo("10");
        slot.remove(root);
        assertThat(root.element("address")).isNull();
        slot.set(root, 10);
        assertThat(root.element("address").attribute("slot")).isEqualTo("0xa");
    }

    @Test
    void statesAreSaidByPresenceOrAttribute() {
        Property<Boolean> pmu = catalogue.state("features/pmu");
        assertThat(pmu.get(XmlElement.parse("<d/>"))).isEmpty();
        assertThat(pmu.get(XmlElement.parse("<d><features><pmu/></features></d>")))
                .contains(true);
        XmlElement root = XmlElement.parse("<d/>");
        pmu.set(root, true);
        assertThat(root.toText()).contains("<pmu/>");
        pmu.set(root, false);
        assertThat(root.toText()).contains("<pmu state='off'/>");
        assertThat(pmu.get(root)).contains(false);
        pmu.remove(root);
        assertThat(root.toText()).isEqualTo("<d/>");
    }

    @Test
    void prefixesAreWhateverTheDocumentSays() {
        Property<String> argument = catalogue.text("qemu:commandline/qemu:arg@value");
        XmlElement other = XmlElement.parse("<domain xmlns:q='http://libvirt.org/schemas/domain/qemu/1.0'>"
                + "<q:commandline><q:arg value='-x'/></q:commandline></domain>");
        assertThat(argument.get(other)).contains("-x");
        argument.remove(other);
        argument.set(other, "-y");
        assertThat(other.toText()).contains("<q:arg value='-y'/>");

        XmlElement bare = XmlElement.parse("<domain/>");
        argument.set(bare, "-z");
        assertThat(argument.get(XmlElement.parse(bare.toText()))).contains("-z");

        XmlElement foreign = XmlElement.parse("<domain xmlns:qemu='urn:other'><qemu:commandline/></domain>");
        assertThat(argument.get(foreign)).isEmpty();
    }

    @Test
    void settingWhatIsThereChangesNothing() {
        String text = "<d><memory>7</memory><address slot='0X0A'/></d>";
        XmlElement root = XmlElement.parse(text);
        catalogue.kibibytes("memory").set(root, 7L);
        catalogue.hex("address@slot").set(root, 10);
        assertThat(root.toText()).isEqualTo(text);
    }

    @Test
    void settingMendsWhatIsNoValue() {
        XmlElement broken = XmlElement.parse("<d><address slot='?'/></d>");
        Property<Integer> slot = catalogue.hex("address@slot");
        slot.set(broken, 10);
        assertThat(slot.get(broken)).contains(10);
    }

    @Test
    void conditionsChooseAmongSiblings() {
        Property<String> policy = catalogue.text("feature[@name='vmx']@policy");
        XmlElement cpu = XmlElement.parse("<cpu><feature name='svm' policy='forbid'/></cpu>");
        assertThat(policy.get(cpu)).isEmpty();
        policy.set(cpu, "require");
        assertThat(cpu.elements("feature")).hasSize(2);
        assertThat(policy.get(cpu)).contains("require");
    }

    @Test
    void uuidsOfEitherStyleAreRead() {
        Property<UUID> uuid = catalogue.uuid("uuid");
        UUID expected = UUID.fromString("4dea22b3-1d52-d8f3-2516-782e98ab3fa0");
        assertThat(uuid.get(XmlElement.parse("<d><uuid>4dea22b31d52d8f32516782e98ab3fa0</uuid></d>")))
                .contains(expected);
        assertThat(uuid.get(XmlElement.parse("<d><uuid> 4dea22b3-1d52-d8f3-2516-782e98ab3fa0\n</uuid></d>")))
                .contains(expected);
        assertThatThrownBy(() -> uuid.get(XmlElement.parse("<d><uuid>4dea</uuid></d>")))
                .hasMessageContaining("<uuid>");
    }

    @Test
    void wrongValuesNameElementAndPlace() {
        Property<Integer> vcpus = catalogue.integer("vcpu");
        XmlElement root =
                XmlDocument.parse("<domain>\n  <vcpu>many</vcpu>\n</domain>").root();
        assertThatThrownBy(() -> vcpus.get(root))
                .hasMessageContaining("<vcpu> (line 2, column 3)")
                .hasMessageContaining("'many' is not a whole number");
    }
}
