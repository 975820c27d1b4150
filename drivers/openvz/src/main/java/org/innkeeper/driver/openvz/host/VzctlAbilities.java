package org.innkeeper.driver.openvz.host;

/**
 * What the installed vzctl can do beyond what every one of them can, by what its help tells.
 *
 * @param checkpoint whether containers can be frozen and saved; the kernel has to know it too
 * @param console whether it opens consoles
 * @param cpuMask whether it binds containers to CPUs
 */
public record VzctlAbilities(boolean checkpoint, boolean console, boolean cpuMask) {
    static VzctlAbilities of(String help, boolean kernelHasCheckpoints) {
        boolean checkpoint = help.contains("chkpnt") || help.contains("suspend");
        return new VzctlAbilities(
                checkpoint && kernelHasCheckpoints, help.contains("vzctl console "), help.contains("--cpumask"));
    }
}
