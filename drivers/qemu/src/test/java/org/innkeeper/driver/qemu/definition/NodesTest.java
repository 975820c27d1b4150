package org.innkeeper.driver.qemu.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlElement;
import org.junit.jupiter.api.Test;

class NodesTest {
    private final XmlElement base = XmlElement.parse("<domain><a b='yes' n='0x1f' o='010' w='x'><c> text </c></a>"
            + "<memory unit='MiB'>3</memory><small unit='bytes'>1</small></domain>");

    @Test
    void valuesAreFoundByPath() {
        assertThat(Nodes.text(base, "a/c")).isEqualTo("text");
        assertThat(Nodes.text(base, "a@b")).isEqualTo("yes");
        assertThat(Nodes.text(base, "a/x@b")).isNull();
        assertThat(Nodes.text(base, "a/x", "otherwise")).isEqualTo("otherwise");
        assertThat(Nodes.has(base, "a/c")).isTrue();
        assertThat(Nodes.has(base, "a@z")).isFalse();
        assertThat(Nodes.nearest(base, "a/x/y@z").name()).isEqualTo("a");
        assertThat(Nodes.all(base, "a/c")).hasSize(1);
    }

    @Test
    void valuesHaveTypes() {
        assertThat(Nodes.flag(base, "a@b")).isTrue();
        assertThat(Nodes.flag(base, "a@z")).isNull();
        assertThat(Nodes.isOff(base, "a@z")).isFalse();
        assertThat(Nodes.number(base, "a@n")).isEqualTo(31);
        assertThat(Nodes.number(base, "a@o")).isEqualTo(10);
        assertThat(Nodes.kib(base, "memory")).isEqualTo(3072);
        assertThat(Nodes.kib(base, "small")).isEqualTo(1);
        assertThat(Nodes.kib(base, "none")).isEqualTo(-1);
    }

    @Test
    void aValueOfAnotherTypeIsRefusedAtItsPlace() {
        assertThatThrownBy(() -> Nodes.flag(base, "a@w"))
                .isInstanceOf(InnkeeperException.class)
                .hasMessageContaining("<a>")
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> Nodes.number(base, "a@w")).hasMessageContaining("not a number");
        assertThatThrownBy(() -> Nodes.kib(base, "a/c")).hasMessageContaining("amount of memory");
    }
}
