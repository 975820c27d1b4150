package org.innkeeper.driver.qemu.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** What the guest reads in its SMBIOS tables. */
final class SystemTables {
    /** The number of each table that a definition can fill. */
    private static final Map<String, Integer> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("bios", 0);
        TABLES.put("system", 1);
        TABLES.put("baseBoard", 2);
        TABLES.put("chassis", 3);
    }

    private SystemTables() {}

    static void write(GuestContext guest, XmlElement info) {
        TABLES.forEach((name, type) -> {
            for (XmlElement table : info.elements(name)) {
                guest.option("-smbios", fields(table, new OptionValue().with("type", type)));
            }
        });
        XmlElement strings = info.element("oemStrings");
        if (strings != null) {
            OptionValue option = new OptionValue().with("type", 11);
            strings.elements("entry").forEach(entry -> option.with("value", entry.text()));
            guest.option("-smbios", option);
        }
    }

    private static OptionValue fields(XmlElement table, OptionValue option) {
        for (XmlElement entry : table.elements("entry")) {
            String name = Nodes.text(entry, "@name", "");
            // The guest's UUID is told by an option of its own.
            if (!name.equals("uuid")) {
                option.with(name, entry.text());
            }
        }
        return option;
    }
}
