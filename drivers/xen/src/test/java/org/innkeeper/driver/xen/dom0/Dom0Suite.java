package org.innkeeper.driver.xen.dom0;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.innkeeper.driver.xen.suite.PrintedSuite;

/** Runs the whole suite in one process, since starting Java takes long where this runs, and prints a line for each case. */
public final class Dom0Suite {
    private Dom0Suite() {}

    /**
     * Ends with 1 where a case failed or none ran.
     *
     * @param arguments names of classes to run; all where there are none
     */
    public static void main(String[] arguments) {
        List<? extends Class<?>> classes = Stream.of(
                        HostInDom0.class,
                        HypercallsInDom0.class,
                        XenstoreInDom0.class,
                        PvGuestInDom0.class,
                        PvhGuestInDom0.class,
                        EventsInDom0.class,
                        SchedulerInDom0.class,
                        MigrationInDom0.class)
                .filter(type ->
                        arguments.length == 0 || Arrays.asList(arguments).contains(type.getSimpleName()))
                .toList();
        System.exit(PrintedSuite.run(classes, System.out) ? 0 : 1);
    }
}
