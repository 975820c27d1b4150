package org.innkeeper.core.uri;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.innkeeper.core.CorpusTable;
import org.innkeeper.core.xml.SharedCorpora;
import org.junit.jupiter.api.Test;

/** Splitting and putting together, against what libvirt and virt-manager make of the same URIs. */
class UriCorpusTest {
    @Test
    void splitsAndFormatsAsLibvirt() throws JsonProcessingException {
        List<Map<String, String>> rows =
                CorpusTable.rows(SharedCorpora.folder("uri").resolve("uri-cases.tsv"));
        assertThat(rows).isNotEmpty();
        for (Map<String, String> row : rows) {
            GenericUri uri = GenericUri.parse(row.get("uri"));
            assertThat(uri)
                    .as(row.get("case"))
                    .isEqualTo(new GenericUri(
                            row.get("scheme"),
                            row.get("user"),
                            row.get("server"),
                            Integer.parseInt(row.get("port")),
                            row.get("path"),
                            row.get("query"),
                            row.get("fragment"),
                            parameters(row.get("params"))));
            assertThat(uri.format()).as(row.get("case")).isEqualTo(row.get("out"));
        }
    }

    private static List<UriParameter> parameters(String json) throws JsonProcessingException {
        List<UriParameter> parameters = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(json)) {
            parameters.add(new UriParameter(
                    node.get("name").textValue(), node.get("value").textValue()));
        }
        return parameters;
    }

    @Test
    void splitsConnectionUrisAsVirtManager() {
        List<Map<String, String>> rows =
                CorpusTable.rows(SharedCorpora.folder("uri").resolve("connection-uri-cases.tsv"));
        assertThat(rows).isNotEmpty();
        for (Map<String, String> row : rows) {
            GenericUri uri = GenericUri.parse(row.get("uri"));
            assertThat(List.of(
                            uri.driver(),
                            orEmpty(uri.transport()),
                            uri.port() == 0 ? "" : Integer.toString(uri.port()),
                            orEmpty(uri.user()),
                            orEmpty(uri.path()),
                            orEmpty(uri.server()),
                            orEmpty(uri.query()),
                            orEmpty(uri.fragment()),
                            uri.isIpv6() ? "yes" : "no",
                            uri.isIpv4() ? "yes" : "no"))
                    .as(row.get("case"))
                    .isEqualTo(new ArrayList<>(row.values()).subList(2, row.size()));
        }
    }

    @Test
    void acceptsEveryUriOfTheManual() {
        List<String> uris =
                SharedCorpora.lines(SharedCorpora.folder("manual-2007").resolve("uris.txt"));
        assertThat(uris).isNotEmpty().allSatisfy(uri -> {
            if (!uri.contains("[") && !uri.contains("...")) {
                assertThat(ConnectUri.parse(uri).text()).isEqualTo(uri);
            }
        });
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
