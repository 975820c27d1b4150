package org.innkeeper.driver.qemu.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.xml.XmlDocument;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.domain.DomainDocument;
import org.innkeeper.driver.qemu.corpus.ParsedCommand;
import org.innkeeper.driver.qemu.corpus.ShellWords;
import org.innkeeper.driver.qemu.probe.Accelerator;
import org.innkeeper.driver.qemu.probe.CpuModel;
import org.innkeeper.driver.qemu.probe.EmulatorInfo;
import org.innkeeper.driver.qemu.probe.EmulatorVersion;
import org.innkeeper.driver.qemu.probe.MachineType;
import org.innkeeper.driver.qemu.process.GuestPaths;
import org.innkeeper.driver.tck.Corpora;
import org.junit.jupiter.api.Test;

/**
 * How near our command lines come to libvirt's, for the definitions of its own tests. Level 1: the same devices. Level 2:
 * with the same names and places. Level 3: every option the same, but for those that name files of the host and the
 * monitor, and how the emulator is run.
 */
class CommandLineCorpusTest {
    private static final List<String> NOT_COMPARED = List.of(
            "-chardev {driver=socket, fd",
            "-chardev {driver=socket, id=charmonitor",
            "-object {file=/tmp/lib",
            "-no-shutdown",
            "-add-fd");

    /** How many of the desktop cases must keep their devices and places; raise it, never lower it. */
    private static final int LEAST_WITH_SAME_DEVICES = 120;

    private final Path corpus = Corpora.folder("qemu-domain");
    private final Path capabilities = Corpora.folder("qemu-caps").resolve("caps");
    private final Map<String, EmulatorInfo> emulators = new LinkedHashMap<>();

    @Test
    void commandLinesComeNearLibvirts() {
        Set<String> core = new HashSet<>(Corpora.lines(corpus.resolve("core-argv.txt")));
        int[] reached = new int[4];
        int desktop = 0;
        List<String> report = new ArrayList<>();
        for (Map<String, String> row : Corpora.rows(corpus.resolve("argv-cases.tsv"))) {
            if (!core.contains(row.get("case")) || !row.get("tier").equals("D")) {
                continue;
            }
            desktop++;
            int level = level(row, report);
            for (int each = 1; each <= level; each++) {
                reached[each]++;
            }
        }
        report.sort(null);
        report.forEach(System.out::println);
        System.out.printf(
                "command lines of %d desktop cases: level 1 %d, level 2 %d, level 3 %d%n",
                desktop, reached[1], reached[2], reached[3]);
        assertThat(reached[1]).isGreaterThanOrEqualTo(LEAST_WITH_SAME_DEVICES);
    }

    private int level(Map<String, String> row, List<String> report) {
        List<String> words = ShellWords.split(Corpora.text(corpus.resolve(row.get("result"))));
        int start = 0;
        while (!words.get(start).startsWith("/")) {
            start++;
        }
        ParsedCommand expected = new ParsedCommand(words.subList(start + 1, words.size()));
        ParsedCommand actual;
        try {
            EmulatorInfo emulator = emulators.computeIfAbsent(row.get("caps"), this::emulator);
            CommandLine command = new CommandLineBuilder(Definitions.quietHost())
                    .build(
                            DomainDocument.parse(Corpora.text(corpus.resolve(row.get("input")))),
                            emulator,
                            paths(),
                            row.get("vtype").equals("kvm") ? Accelerator.KVM : Accelerator.TCG,
                            StartMode.BOOT);
            actual = new ParsedCommand(
                    command.arguments().subList(1, command.arguments().size()));
        } catch (InnkeeperException e) {
            report.add("refused  " + row.get("case") + ": " + e.getMessage());
            return 0;
        }
        if (!actual.drivers().equals(expected.drivers())) {
            report.add("devices  " + row.get("case") + difference(expected.drivers(), actual.drivers()));
            return 0;
        }
        if (!actual.places().equals(expected.places())) {
            report.add("places   " + row.get("case") + difference(expected.places(), actual.places()));
            return 1;
        }
        List<String> wanted = compared(expected.options());
        List<String> got = compared(actual.options());
        if (!wanted.equals(got)) {
            report.add("options  " + row.get("case") + difference(wanted, got));
            return 2;
        }
        return 3;
    }

    private static List<String> compared(List<String> options) {
        return options.stream()
                .filter(option -> NOT_COMPARED.stream().noneMatch(option::startsWith))
                .toList();
    }

    private static String difference(List<String> expected, List<String> actual) {
        List<String> missing = new ArrayList<>(expected);
        actual.forEach(missing::remove);
        List<String> extra = new ArrayList<>(actual);
        expected.forEach(extra::remove);
        return "\n    wanted " + missing + "\n    got    " + extra;
    }

    private static GuestPaths paths() {
        Path directory = Path.of("/tmp/lib/domain--1-QEMUGuest1");
        return Definitions.paths(directory);
    }

    /** The emulator that libvirt's record of its capabilities describes. */
    private EmulatorInfo emulator(String caps) {
        String[] parts = caps.split(":");
        String version = parts[2].equals("latest") ? "8.0.0" : parts[2];
        XmlElement root = XmlDocument.parse(
                        Corpora.text(capabilities.resolve("caps_" + version + "." + parts[1] + ".xml")))
                .root();
        Set<String> devices = new HashSet<>();
        root.elements("flag").forEach(flag -> devices.add(flag.attribute("name")));
        for (Map<String, String> row : Corpora.rows(corpus.resolve("argv-devices.tsv"))) {
            if (row.get("caps").startsWith("real:x86_64") || row.get("caps").startsWith("x86_64")) {
                devices.addAll(Arrays.asList(row.get("devices").split(";")));
            }
        }
        List<MachineType> machines = root.elements("machine").stream()
                .filter(machine -> machine.attribute("type").equals("kvm"))
                .map(machine -> new MachineType(
                        machine.attribute("name"),
                        machine.attribute("alias"),
                        "yes".equals(machine.attribute("default")),
                        Integer.parseInt(machine.attribute("maxCpus")),
                        true,
                        "qemu64",
                        machine.attribute("defaultRAMid"),
                        false))
                .toList();
        List<CpuModel> models = root.elements("cpu").stream()
                .map(cpu -> new CpuModel(cpu.attribute("name"), null, false, List.of()))
                .toList();
        String[] numbers = version.split("\\.");
        return new EmulatorInfo(
                Path.of("/usr/bin/qemu-system-x86_64"),
                "x86_64",
                new EmulatorVersion(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), 0),
                "",
                machines,
                models,
                devices,
                Map.of(),
                Set.of("hpet"),
                Set.of("spice", "sandbox"),
                true);
    }
}
