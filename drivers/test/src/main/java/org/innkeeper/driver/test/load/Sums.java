package org.innkeeper.driver.test.load;

/** How much a guest has done up to a moment, in seconds of full use of each resource. */
final class Sums {
    double seconds;
    double disk;
    double network;
    double[] vcpus;

    Sums(int vcpuCount) {
        vcpus = new double[vcpuCount];
    }

    /** Adds {@code to - from}. */
    void addDifference(Sums from, Sums to) {
        seconds += to.seconds - from.seconds;
        disk += to.disk - from.disk;
        network += to.network - from.network;
        for (int i = 0; i < vcpus.length; i++) {
            vcpus[i] += to.vcpus[i] - from.vcpus[i];
        }
    }

    void set(Sums other) {
        seconds = other.seconds;
        disk = other.disk;
        network = other.network;
        System.arraycopy(other.vcpus, 0, vcpus, 0, vcpus.length);
    }
}
