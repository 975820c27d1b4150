package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;
import org.innkeeper.driver.qemu.definition.Nodes;

/** How many vcpus there are and how they are arranged. */
final class VcpuOptions implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        XmlElement root = guest.root();
        int most = Nodes.number(root, "vcpu", 1);
        int current = Nodes.number(root, "vcpu@current", most);
        XmlElement place = Nodes.nearest(root, "vcpu");
        if (most < 1 || current < 1 || current > most) {
            throw XmlErrors.unacceptable(place, "there must be at least one vcpu, and not more than the most allowed");
        }
        if (most > guest.definition().machine().maxCpus()) {
            throw Unsupported.because(
                    place,
                    "the machine type " + guest.definition().machine().name() + " has at most "
                            + guest.definition().machine().maxCpus() + " vcpus, not " + most,
                    "Lower the number of vcpus, or choose another machine type.");
        }
        OptionValue smp = OptionValue.of(Integer.toString(current));
        if (current != most) {
            smp.with("maxcpus", most);
        }
        XmlElement topology = Nodes.child(root, "cpu/topology");
        if (topology == null) {
            guest.option("-smp", smp.with("sockets", most).with("cores", 1).with("threads", 1));
            return;
        }
        int sockets = Nodes.number(topology, "@sockets", 1);
        int dies = Nodes.number(topology, "@dies", 1);
        int cores = Nodes.number(topology, "@cores", 1);
        int threads = Nodes.number(topology, "@threads", 1);
        if ((long) sockets * dies * cores * threads != most) {
            throw Unsupported.because(
                    topology,
                    "sockets, dies, cores and threads make " + (long) sockets * dies * cores * threads
                            + " vcpus, but the guest has " + most,
                    "Make the product equal to the number of vcpus.");
        }
        guest.option(
                "-smp",
                smp.with("sockets", sockets)
                        .with("dies", dies)
                        .with("cores", cores)
                        .with("threads", threads));
    }
}
