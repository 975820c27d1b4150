package org.innkeeper.driver.qemu.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An emulator's command line, taken apart for comparison. */
public final class ParsedCommand {
    private final List<String> options = new ArrayList<>();
    private final List<Map<String, String>> devices = new ArrayList<>();

    /** @param arguments what follows the emulator */
    public ParsedCommand(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String option = arguments.get(i);
            String value = "";
            if (i + 1 < arguments.size() && !arguments.get(i + 1).startsWith("-")) {
                value = arguments.get(++i);
            }
            Map<String, String> parsed = parse(value);
            if (option.equals("-device")) {
                devices.add(parsed);
            }
            options.add(option + " " + parsed);
        }
        options.sort(null);
    }

    private static Map<String, String> parse(String value) {
        Map<String, String> map = new TreeMap<>();
        if (value.startsWith("{")) {
            try {
                flatten("", new JsonMapper().readTree(value), map);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("not JSON: " + value, e);
            }
            return map;
        }
        int place = 0;
        for (String part : value.replace(",,", "\u0000").split(",")) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? place == 0 ? "driver" : part : part.substring(0, equals);
            // Parts of the same key, as of -numa, are told apart by their place.
            map.merge(key, part.substring(equals + 1).replace('\u0000', ','), (one, other) -> one + "|" + other);
            place++;
        }
        return map;
    }

    private static void flatten(String prefix, JsonNode node, Map<String, String> map) {
        node.properties().forEach(each -> {
            String key = prefix + each.getKey();
            if (each.getValue().isObject()) {
                flatten(key + ".", each.getValue(), map);
            } else if (each.getValue().isBoolean()) {
                map.put(key, each.getValue().asBoolean() ? "on" : "off");
            } else {
                map.put(
                        key,
                        each.getValue().isTextual()
                                ? each.getValue().asText()
                                : each.getValue().toString());
            }
        });
    }

    /** The drivers of all devices, sorted. */
    public List<String> drivers() {
        return devices.stream().map(device -> device.get("driver")).sorted().toList();
    }

    /** The drivers with their names and places, sorted. */
    public List<String> places() {
        return devices.stream()
                .map(device -> device.get("driver") + " " + device.get("id") + " " + device.get("bus") + " "
                        + device.get("addr"))
                .sorted()
                .toList();
    }

    /** Every option with its value taken apart, sorted. */
    public List<String> options() {
        return options;
    }
}
