package org.innkeeper.app.settings;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.innkeeper.app.session.PollingSettings;
import org.innkeeper.app.session.PollingSettings.Group;

/** What the user chose in the preferences. */
public final class Preferences {
    /** Which theme is shown. */
    public enum Theme {
        /** As the system has it. */
        SYSTEM,
        LIGHT,
        DARK
    }

    private final Section polling;
    private final Section look;
    private final Section confirm;

    public Preferences(Settings settings) {
        polling = settings.section("polling");
        look = settings.section("look");
        confirm = settings.section("confirm");
    }

    public PollingSettings polling() {
        PollingSettings standard = PollingSettings.standard();
        Set<Group> groups = EnumSet.noneOf(Group.class);
        for (Group group : Group.values()) {
            if (polling.flag(key(group), true)) {
                groups.add(group);
            }
        }
        double millis =
                polling.number("intervalMillis").orElse(standard.interval().toMillis());
        return new PollingSettings(Duration.ofMillis((long) Math.min(Math.max(millis, 0), 3_600_000)), groups);
    }

    public void setPolling(PollingSettings settings) {
        polling.put("intervalMillis", settings.interval().toMillis());
        for (Group group : Group.values()) {
            polling.put(key(group), settings.groups().contains(group));
        }
    }

    private static String key(Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }

    public Theme theme() {
        String name = look.text("theme").orElse("");
        for (Theme theme : Theme.values()) {
            if (theme.name().equalsIgnoreCase(name)) {
                return theme;
            }
        }
        return Theme.SYSTEM;
    }

    public void setTheme(Theme theme) {
        look.put("theme", theme.name().toLowerCase(Locale.ROOT));
    }

    /** Whether the user wants to be asked before it; at first yes. */
    public boolean asks(String question) {
        return confirm.flag(question, true);
    }

    public void setAsks(String question, boolean ask) {
        confirm.put(question, ask);
    }
}
