package org.innkeeper.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DesktopLookTest {
    private final Map<String, String> environment = new HashMap<>(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:"));
    private final Map<String, String> answers = new HashMap<>();

    @Test
    void thePortalIsAskedFirst() {
        answers.put("gdbus", "(<<uint32 1>>,)");
        answers.put("color-scheme", "'prefer-light'");
        assertThat(look("Linux")).contains(true);
        answers.put("gdbus", "(<<uint32 2>>,)");
        assertThat(look("Linux")).contains(false);
    }

    @Test
    void withoutAPortalGnomesSettingsTell() {
        answers.put("color-scheme", "'prefer-dark'");
        assertThat(look("Linux")).contains(true);
        answers.put("gdbus", "(<<uint32 0>>,)");
        answers.put("color-scheme", "'default'");
        answers.put("gtk-theme", "'adwaita-dark'");
        assertThat(look("Linux")).contains(true);
    }

    @Test
    void aDesktopThatDoesNotAnswerDoesNotSay() {
        assertThat(look("Linux")).isEmpty();
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
        answers.put("gdbus", "(<<uint32 1>>,)");
        assertThat(look("Linux")).isEmpty();
    }

    @Test
    void otherSystemsHaveTheirOwnPlaces() {
        answers.put("reg", "appsuselighttheme    reg_dword    0x0");
        assertThat(look("Windows 11")).contains(true);
        answers.put("reg", "appsuselighttheme    reg_dword    0x1");
        assertThat(look("Windows 11")).contains(false);
        assertThat(look("Mac OS X")).as("a light Mac has no such value").contains(false);
        answers.put("defaults", "dark");
        assertThat(look("Mac OS X")).contains(true);
    }

    @Test
    void theEnvironmentComesBeforeAllOfThem() {
        answers.put("gdbus", "(<<uint32 1>>,)");
        environment.put("INNKEEPER_THEME", "Light");
        assertThat(look("Linux")).contains(false);
        environment.put("INNKEEPER_THEME", "nonsense");
        assertThat(look("Linux")).contains(true);
    }

    private Optional<Boolean> look(String system) {
        return new DesktopLook(environment, system, this::answer).dark();
    }

    private Optional<String> answer(List<String> command) {
        return Optional.ofNullable(answers.getOrDefault(command.get(0), answers.get(command.get(command.size() - 1))));
    }
}
