package org.innkeeper.app.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.innkeeper.app.session.HostDefinition;
import org.innkeeper.app.session.HostId;

/** The hosts in the settings. */
public final class HostStore {
    private static final String LIST = "list";
    private static final String SEARCHED = "searched";

    private final Section section;

    public HostStore(Settings settings) {
        section = settings.section("hosts");
    }

    /** Whether this machine was searched for hypervisors; what the user removed since then stays away. */
    public boolean searched() {
        return section.flag(SEARCHED, false);
    }

    public void setSearched() {
        section.put(SEARCHED, true);
    }

    /** The hosts in their order; entries without id or URI are left out. */
    public List<HostDefinition> load() {
        List<HostDefinition> hosts = new ArrayList<>();
        for (JsonNode entry : section.value(LIST)) {
            String id = entry.path("id").asText("");
            String uri = entry.path("uri").asText("");
            if (!id.isEmpty() && !uri.isEmpty()) {
                hosts.add(new HostDefinition(
                        new HostId(id),
                        uri,
                        entry.path("label").asText(uri),
                        entry.path("readOnly").asBoolean(false),
                        entry.path("autoconnect").asBoolean(true),
                        entry.path("provider").textValue(),
                        entry.path("pollingMillis").isNumber()
                                ? Duration.ofMillis(entry.path("pollingMillis").asLong())
                                : null,
                        texts(entry.path("unconfirmed"))));
            }
        }
        return hosts;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Replaces the list; keys of an entry that this program does not know are kept. */
    public void save(List<HostDefinition> hosts) {
        section.change(object -> {
            Map<String, ObjectNode> before = new HashMap<>();
            object.path(LIST).forEach(entry -> {
                if (entry instanceof ObjectNode known) {
                    before.put(known.path("id").asText(""), known);
                }
            });
            ArrayNode list = object.putArray(LIST);
            for (HostDefinition host : hosts) {
                ObjectNode entry = before.getOrDefault(host.id().value(), list.objectNode());
                entry.put("id", host.id().value()).put("uri", host.uri()).put("label", host.label());
                entry.put("readOnly", host.readOnly()).put("autoconnect", host.autoconnect());
                if (host.providerId() != null) {
                    entry.put("provider", host.providerId());
                } else {
                    entry.remove("provider");
                }
                entry.remove(List.of("pollingMillis", "unconfirmed"));
                if (host.polling() != null) {
                    entry.put("pollingMillis", host.polling().toMillis());
                }
                if (!host.unconfirmed().isEmpty()) {
                    new TreeSet<>(host.unconfirmed()).forEach(entry.putArray("unconfirmed")::add);
                }
                list.add(entry);
            }
        });
    }
}
