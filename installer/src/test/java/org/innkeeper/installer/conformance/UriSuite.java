package org.innkeeper.installer.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.innkeeper.core.uri.GenericUri;
import org.innkeeper.core.uri.UriParameter;

/** URIs are split and put together as libvirt and virt-manager do. */
final class UriSuite implements FolderSuite {
    @Override
    public String folder() {
        return "uri";
    }

    @Override
    public void run(Corpora corpora, Report report) {
        Measure split = report.measure(folder(), "split");
        Measure format = report.measure(folder(), "format");
        if (corpora.has("uri/uri-cases.tsv")) {
            for (Map<String, String> row : corpora.table("uri/uri-cases.tsv")) {
                split.check(row.get("case"), () -> {
                    GenericUri expected = new GenericUri(
                            row.get("scheme"),
                            row.get("user"),
                            row.get("server"),
                            Integer.parseInt(row.get("port")),
                            row.get("path"),
                            row.get("query"),
                            row.get("fragment"),
                            parameters(row.get("params")));
                    requireEqual(expected, GenericUri.parse(row.get("uri")));
                });
                format.check(
                        row.get("case"),
                        () -> requireEqual(
                                row.get("out"), GenericUri.parse(row.get("uri")).format()));
            }
        }
        if (corpora.has("uri/connection-uri-cases.tsv")) {
            connectionUris(corpora, report.measure(folder(), "connection-uri"));
        }
    }

    private static void connectionUris(Corpora corpora, Measure measure) {
        for (Map<String, String> row : corpora.table("uri/connection-uri-cases.tsv")) {
            measure.check(row.get("case"), () -> {
                GenericUri uri = GenericUri.parse(row.get("uri"));
                requireEqual(row.get("scheme"), uri.driver());
                requireEqual(orEmpty(row.get("transport")), orEmpty(uri.transport()));
                requireEqual(orEmpty(row.get("port")), uri.port() == 0 ? "" : Integer.toString(uri.port()));
                requireEqual(orEmpty(row.get("username")), orEmpty(uri.user()));
                requireEqual(orEmpty(row.get("path")), orEmpty(uri.path()));
                requireEqual(orEmpty(row.get("hostname")), orEmpty(uri.server()));
                requireEqual(orEmpty(row.get("query")), orEmpty(uri.query()));
                requireEqual(orEmpty(row.get("fragment")), orEmpty(uri.fragment()));
                requireEqual(row.get("is_ipv6"), uri.isIpv6() ? "yes" : "no");
                requireEqual(row.get("host_is_ipv4_string"), uri.isIpv4() ? "yes" : "no");
            });
        }
    }

    private static List<UriParameter> parameters(String json) throws IOException {
        List<UriParameter> parameters = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(json)) {
            parameters.add(new UriParameter(
                    node.get("name").textValue(), node.get("value").textValue()));
        }
        return parameters;
    }

    static void requireEqual(Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new AssertionError("expected " + expected + " but was " + actual);
        }
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
