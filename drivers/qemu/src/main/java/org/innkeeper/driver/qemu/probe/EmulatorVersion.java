package org.innkeeper.driver.qemu.probe;

/** The version of an emulator, such as 7.2.22. */
public record EmulatorVersion(int major, int minor, int micro) implements Comparable<EmulatorVersion> {
    /** Whether this is {@code major.minor} or later. */
    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || major == otherMajor && minor >= otherMinor;
    }

    /** As libvirt writes versions in one number: a million for major, a thousand for minor. */
    public long number() {
        return major * 1_000_000L + minor * 1_000L + micro;
    }

    @Override
    public int compareTo(EmulatorVersion other) {
        return Long.compare(number(), other.number());
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
