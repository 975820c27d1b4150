package org.innkeeper.driver.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.innkeeper.core.config.ConfigFile;
import org.innkeeper.driver.xen.standin.StandInXl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in understands the files of the tests' guests as the true xl does. */
class StandInXlTest {
    private static final ConfigFile GUEST = ConfigFile.parse(
            "guest",
            """
            name = "g"
            uuid = "c7a5fdb2-cdaf-9455-926a-d65c16db1809"
            type = "pv"
            memory = 256
            maxmem = 512
            vcpus = 2
            maxvcpus = 4
            bootloader = "/usr/bin/pygrub"
            on_reboot = "restart"
            on_crash = "coredump-restart"
            disk = [ "format=raw,vdev=xvda,access=rw,backendtype=qdisk,target=/a,b=c" ]
            vif = [ "mac=00:16:3e:00:00:01,bridge=xenbr0,script=vif-bridge" ]
            vfb = [ "type=vnc,vncunused=1,vncpasswd=secret" ]
            """);
    /** What libxl adds when a guest is really made, or leaves to its defaults until then. */
    private static final Set<String> OF_RUNS = Set.of(
            "/c_info/domid",
            "/c_info/run_hotplug_scripts",
            "/b_info/claim_mode",
            "/b_info/video_memkb",
            "/b_info/arch_x86/msr_relaxed",
            "/disks/0/colo_restore_enable",
            "/nics/0/nictype",
            "/vfbs/0/vnc/enable",
            "/on_soft_reset");

    @Test
    void filesMeanWhatTheyMeanToTheTrueOne(@TempDir Path directory) throws Exception {
        Map<String, String> understood = leaves(TrueXl.in(directory).read(GUEST));
        Map<String, String> ours = leaves(LibxlJson.parse(StandInXl.understood(GUEST), "the stand-in"));
        ours.keySet().removeAll(OF_RUNS);
        assertThat(understood).containsAllEntriesOf(ours);
    }

    private static Map<String, String> leaves(JsonNode json) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", json, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode json, Map<String, String> into) {
        if (json.isValueNode()) {
            into.put(path, json.asText());
        } else if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                collect(path + "/" + i, json.get(i), into);
            }
        } else {
            json.properties().forEach(member -> collect(path + "/" + member.getKey(), member.getValue(), into));
        }
    }
}
