package org.innkeeper.driver.openvz.host;

/**
 * What a host can do with containers beyond what every one can: by what the help of its vzctl tells, and by its kernel.
 *
 * @param vzctlHasCheckpoints whether vzctl freezes, saves and restores containers
 * @param kernelHasCheckpoints whether the kernel does
 * @param console whether vzctl opens consoles
 * @param cpuMask whether vzctl binds containers to CPUs
 */
public record VzctlAbilities(
        boolean vzctlHasCheckpoints, boolean kernelHasCheckpoints, boolean console, boolean cpuMask) {
    static VzctlAbilities of(String help, boolean kernelHasCheckpoints) {
        return new VzctlAbilities(
                help.contains("chkpnt") || help.contains("suspend"),
                kernelHasCheckpoints,
                help.contains("vzctl console "),
                help.contains("--cpumask"));
    }

    /** Whether containers can be frozen, saved and restored. */
    public boolean checkpoint() {
        return vzctlHasCheckpoints && kernelHasCheckpoints;
    }
}
