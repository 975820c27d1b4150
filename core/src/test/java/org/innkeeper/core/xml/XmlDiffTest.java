package org.innkeeper.core.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class XmlDiffTest {
    private static List<String> diff(String before, String after) {
        return XmlDiff.lines(XmlElement.parse(before), XmlElement.parse(after)).stream()
                .map(line -> switch (line.change()) {
                    case SAME -> "  " + line.text();
                    case REMOVED -> "- " + line.text();
                    case ADDED -> "+ " + line.text();
                })
                .toList();
    }

    @Test
    void showsWhatChangedInItsPlace() {
        assertThat(diff("<a><b>1</b><c/><d/></a>", "<a><b>2</b><c/><e/><d/></a>"))
                .containsExactly("  <a>", "-   <b>1</b>", "+   <b>2</b>", "    <c/>", "+   <e/>", "    <d/>", "  </a>");
    }

    @Test
    void spellingIsNoChange() {
        assertThat(diff("<a x='1' y='2'/>", "<a  y=\"2\" x='1'></a>")).containsExactly("  <a x='1' y='2'/>");
    }

    @Test
    void largeChangesAreShownAsAWhole() {
        String before = "<a>" + "<b/>".repeat(3000) + "</a>";
        String after = "<a>" + "<c/>".repeat(3000) + "</a>";
        List<String> lines = diff(before, after);
        assertThat(lines).hasSize(6002);
        assertThat(lines.get(1)).isEqualTo("-   <b/>");
        assertThat(lines.get(6000)).isEqualTo("+   <c/>");
    }
}
