package org.innkeeper.driver.qemu.command;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** The guest's clock, and how its timers make up for time they missed. */
final class ClockOptions implements CommandSection {
    private static final DateTimeFormatter BASE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    /** Whether a timer is said to be there; null where nothing is said. */
    static Boolean timerPresent(XmlElement root, String name) {
        XmlElement timer = timer(root, name);
        if (timer == null) {
            return null;
        }
        Boolean present = Nodes.flag(timer, "@present");
        return present == null || present;
    }

    /** How fast the guest's time stamp counter runs, Hz; null where nothing is said. */
    static Long counterFrequency(XmlElement root) {
        XmlElement counter = timer(root, "tsc");
        if (counter != null && !Nodes.text(counter, "@mode", "auto").equals("auto")) {
            throw Unsupported.value(counter, "mode of the time stamp counter", counter.attribute("mode"), "auto");
        }
        return counter == null ? null : Nodes.number(counter, "@frequency");
    }

    private static XmlElement timer(XmlElement root, String name) {
        return Nodes.all(root, "clock/timer").stream()
                .filter(timer -> Nodes.is(timer, "@name", name))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void write(GuestContext guest) {
        XmlElement root = guest.root();
        OptionValue rtc = new OptionValue().with("base", base(guest));
        XmlElement timer = timer(root, "rtc");
        if (timer != null) {
            String track = Nodes.text(timer, "@track");
            if (track != null) {
                rtc.with(
                        "clock",
                        switch (track) {
                            case "guest" -> "vm";
                            case "wall" -> "host";
                            case "realtime" -> "rt";
                            default -> throw Unsupported.value(timer, "track", track, "guest, wall, realtime");
                        });
            }
            if (Nodes.is(timer, "@tickpolicy", "catchup")) {
                rtc.with("driftfix", "slew");
            }
        }
        guest.option("-rtc", rtc);
        writeIntervalTimer(guest);
    }

    private static String base(GuestContext guest) {
        XmlElement clock = guest.root().element("clock");
        String offset = clock == null ? "utc" : Nodes.text(clock, "@offset", "utc");
        switch (offset) {
            case "utc":
                return "utc";
            case "localtime":
                return "localtime";
            case "timezone":
                guest.environment().put("TZ", Nodes.text(clock, "@timezone", "UTC"));
                return "localtime";
            case "variable":
                return variable(clock, guest.host());
            case "absolute":
                return BASE.format(LocalDateTime.ofEpochSecond(start(clock), 0, ZoneOffset.UTC));
            default:
                throw Unsupported.value(clock, "clock offset", offset, "utc, localtime, timezone, variable, absolute");
        }
    }

    private static long start(XmlElement clock) {
        Long start = Nodes.number(clock, "@start");
        return start == null ? 0 : start;
    }

    private static String variable(XmlElement clock, HostResources host) {
        String adjustment = Nodes.text(clock, "@adjustment", "0");
        Long seconds = adjustment.equals("reset") ? Long.valueOf(0) : Nodes.number(clock, "@adjustment");
        boolean local = Nodes.is(clock, "@basis", "localtime");
        ZonedDateTime now = local ? host.now() : host.now().withZoneSameInstant(ZoneOffset.UTC);
        return BASE.format(now.plusSeconds(seconds == null ? 0 : seconds));
    }

    private static void writeIntervalTimer(GuestContext guest) {
        XmlElement pit = timer(guest.root(), "pit");
        if (pit == null || !guest.definition().family().isPc()) {
            return;
        }
        String policy = Nodes.text(pit, "@tickpolicy", "");
        if (policy.equals("delay") || policy.equals("discard")) {
            guest.option("-global", "kvm-pit.lost_tick_policy=" + policy);
        }
    }
}
