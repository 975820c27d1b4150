package org.innkeeper.core.xml.domain;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.Property;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** I/O threads and scheduling: what is pinned, scheduled or used exists, and only once. */
final class ThreadRules {
    private ThreadRules() {}

    static void check(DomainDocument domain) {
        BitSet threads = ioThreads(domain);
        checkPins(VcpuPinProperties.CATALOGUE.elements(domain.root()), VcpuPinProperties.VCPU, "virtual CPU");
        List<XmlElement> pins = IoThreadPinProperties.CATALOGUE.elements(domain.root());
        checkPins(pins, IoThreadPinProperties.IOTHREAD, "I/O thread");
        for (XmlElement pin : pins) {
            requireThread(pin, IoThreadPinProperties.IOTHREAD.get(pin).orElse(0), threads);
        }
        checkSchedulers(domain, threads);
        for (String kind : List.of("disk", "controller")) {
            for (XmlElement device : domain.devices(kind)) {
                DiskProperties.IO_THREAD.get(device).ifPresent(thread -> requireThread(device, thread, threads));
            }
        }
    }

    /** The numbers of all I/O threads: those named, and as many lowest free ones as are missing. */
    private static BitSet ioThreads(DomainDocument domain) {
        BitSet threads = new BitSet();
        int named = 0;
        for (XmlElement thread : IoThreadProperties.CATALOGUE.elements(domain.root())) {
            int id = IoThreadProperties.ID.get(thread).orElse(0);
            if (id == 0) {
                throw XmlErrors.unacceptable(thread, "the 'id' of an I/O thread must be a number from 1");
            }
            if (threads.get(id)) {
                throw XmlErrors.unacceptable(thread, "there are two I/O threads " + id);
            }
            threads.set(id);
            named++;
        }
        int count = domain.get(DomainProperties.IOTHREADS).orElse(named);
        for (int i = named; i < count; i++) {
            threads.set(threads.nextClearBit(1));
        }
        return threads;
    }

    private static void requireThread(XmlElement element, int thread, BitSet threads) {
        if (!threads.get(thread)) {
            throw XmlErrors.unsupported(element, "the domain has no I/O thread " + thread);
        }
    }

    private static void checkPins(List<XmlElement> pins, Property<Integer> number, String what) {
        Set<Integer> seen = new HashSet<>();
        for (XmlElement pin : pins) {
            int id = number.get(pin).orElseThrow(() -> XmlErrors.unacceptable(pin, "the " + what + " is missing"));
            if (!seen.add(id)) {
                throw XmlErrors.unacceptable(pin, what + " " + id + " is pinned twice");
            }
            String cpuset = pin.attribute("cpuset");
            if (cpuset == null) {
                throw XmlErrors.unacceptable(pin, "attribute 'cpuset' is missing");
            }
            NumaRules.nodes(pin, cpuset);
        }
    }

    private static void checkSchedulers(DomainDocument domain, BitSet threads) {
        BitSet vcpus = new BitSet();
        BitSet scheduled = new BitSet();
        for (XmlElement element : SchedulerProperties.CATALOGUE.elements(domain.root())) {
            String scheduler = SchedulerProperties.SCHEDULER.get(element).orElse("");
            boolean realTime = scheduler.equals("fifo") || scheduler.equals("rr");
            if (realTime && SchedulerProperties.PRIORITY.get(element).isEmpty()) {
                throw XmlErrors.unacceptable(element, "the scheduler '" + scheduler + "' needs a 'priority'");
            }
            if (element.name().equals("vcpusched")) {
                claim(element, SchedulerProperties.VCPUS, vcpus);
            } else if (element.name().equals("iothreadsched")) {
                BitSet wanted = claim(element, SchedulerProperties.IOTHREADS, scheduled);
                wanted.stream().forEach(thread -> requireThread(element, thread, threads));
            }
        }
    }

    private static BitSet claim(XmlElement element, Property<String> members, BitSet taken) {
        String text = members.get(element)
                .orElseThrow(() -> XmlErrors.unacceptable(
                        element, "attribute '" + members.path().substring(1) + "' is missing"));
        BitSet wanted = NumaRules.nodes(element, text);
        if (wanted.intersects(taken)) {
            throw XmlErrors.unacceptable(element, "a thread is scheduled twice; '" + text + "' overlaps with others");
        }
        taken.or(wanted);
        return wanted;
    }
}
