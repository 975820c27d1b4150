package org.innkeeper.driver.xen.xl;

import static org.assertj.core.api.Assertions.assertThat;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.process.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the texts of Xen 4.17's xl. */
class XlErrorsTest {
    private static InnkeeperException failed(String errors) {
        return XlErrors.failed("xl x of domain 'a'", XlSandbox.PV, new ToolRun.Result(1, "", errors));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            nope is an invalid domain identifier (rc=-6) | NO_DOMAIN
            Error: Domain '77' does not exist. | NO_DOMAIN
            libxl: error: libxl_domain.c:587:libxl_domain_pause: Domain 99:Pausing domain: No such process | NO_DOMAIN
            libxl: error: libxl_mem.c:278:libxl_set_memory_target: Domain 1:memory_dynamic_max must be less than or equal to memory_static_max | OPERATION_INVALID
            You are overcommmitting! You have 2 physical CPUs and want 9 vCPUs! Aborting, use --ignore-host to continue | OPERATION_INVALID
            vcpu hard affinity map is empty | OPERATION_INVALID
            libxl: error: libxl_dom.c:37:libxl__domain_type: unable to get domain type for domid=99 | NO_DOMAIN
            libxl: error: libxl_dom.c:1216:libxl__userdata_path: unable to find domain info for domain 99: Success | NO_DOMAIN
            Domain 99 does not exist. | NO_DOMAIN
            Could not get domain info | NO_DOMAIN
            libxl: error: libxl_domain.c:2207:libxl_send_trigger: Domain 2:Send trigger 'reset' failed: Function not implemented | OPERATION_UNSUPPORTED
            libxl: error: libxl_domain.c:1869:libxl_set_vcpuonline: Domain 2:Requested 2 VCPUs, however maxcpus is 1!: Function not implemented | OPERATION_INVALID
            libxl: error: libxl_mem.c:59:libxl_domain_setmaxmem: Domain 2:memory_static_max must be greater than or or equal to memory_dynamic_max: Success | OPERATION_INVALID
            Error: Device xvdz not connected. | DEVICE_MISSING
            Unknown device 7. | DEVICE_MISSING
            command line: config parsing error in disk specification: no vdev specified in `nonsense' | CONFIG_UNSUPPORTED
            unrecognized argument `nonsense=1' | CONFIG_UNSUPPORTED
            libxl: error: libxl_sched.c:445:sched_credit2_domain_set: Domain 1:Cpu weight out of range, valid values are within range from 1 to 65535 | OPERATION_INVALID
            Can't open restore file: No such file or directory | OPERATION_FAILED
            Failed to open temp file /nope/x for writing | OPERATION_FAILED
            """)
    void reasonsHaveCodes(String errors, ErrorCode code) {
        InnkeeperException error = failed(errors);
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.info().remedy()).isPresent();
        assertThat(error.info().subject().name()).isEqualTo("xl-pv");
    }

    @Test
    void firstReasonCountsAndPlacesInTheSourceAreLeftOut() {
        InnkeeperException error = failed(
                """
                Parsing config from /srv/domu/xl-pv.cfg
                libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain 3:Domain with name "xl-pv" already exists.
                libxl: error: libxl_create.c:1296:initiate_domain_create: Domain 3:cannot make domain: -6
                libxl: error: libxl_domain.c:1183:libxl__destroy_domid: Domain 3:Non-existant domain
                """);
        assertThat(error.code()).isEqualTo(ErrorCode.DOM_EXIST);
        assertThat(error)
                .hasMessage("xl x of domain 'a' failed: Domain with name \"xl-pv\" already exists.; cannot make domain:"
                        + " -6; Non-existant domain");
    }

    @Test
    void refusalsThatXlReportsAsDoneAreSeen() {
        String refused =
                "libxl: error: libxl_domain.c:2207:libxl_send_trigger: Domain 2:Send trigger 'reset' failed: x\n";
        assertThat(XlErrors.failedInSilence("trigger", refused)).isTrue();
        assertThat(XlErrors.failedInSilence("shutdown", refused)).isFalse();
        assertThat(XlErrors.failedInSilence("trigger", "")).isFalse();
    }

    @Test
    void silentAndEndlessTextsAreDealtWith() {
        assertThat(failed("\n")).hasMessageContaining("xl said nothing, exit code 1");
        assertThat(failed("x".repeat(100_000)).getMessage()).hasSizeLessThan(1100);
    }
}
