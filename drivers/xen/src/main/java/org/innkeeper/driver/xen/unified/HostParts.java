package org.innkeeper.driver.xen.unified;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.config.ConfigFormat;
import org.innkeeper.driver.xen.host.HostPaths;
import org.innkeeper.driver.xen.hypercall.privcmd.LocalHypervisor;
import org.innkeeper.driver.xen.part.XenPart;
import org.innkeeper.driver.xen.sexpr.XendVersion;
import org.innkeeper.driver.xen.xend.XendAddress;
import org.innkeeper.driver.xen.xend.XendPart;
import org.innkeeper.driver.xen.xenstore.XenstorePart;
import org.innkeeper.driver.xen.xl.XlPart;
import org.innkeeper.driver.xen.xm.XmFilesPart;

/** Makes the parts there are for a host. */
public final class HostParts {
    /** The longest time xend may take for anything that moves no memory. */
    private static final Duration XEND_LIMIT = Duration.ofSeconds(30);

    private HostParts() {}

    /** All ways to the Xen of this machine. */
    public static XenParts ofThisMachine(CallContext context, HostPaths paths, List<XendAddress> xend) {
        Path managed = paths.lib().resolve("xend/domains");
        XendPart daemon = new XendPart(xend, managed, XEND_LIMIT);
        List<XenPart> parts = new ArrayList<>();
        parts.add(daemon);
        boolean hasXend = !daemon.functions(context).isEmpty();
        XendVersion version = hasXend ? daemon.configurationFormat(context) : XendVersion.XEN_3_1;
        ConfigFormat format = hasXend ? ConfigFormat.XM : ConfigFormat.XL;
        parts.add(new XmFilesPart(paths.etc(), format, version));
        if (!hasXend) {
            // xl refuses to work beside xend.
            parts.add(new XlPart(paths));
        }
        parts.add(new XenstorePart(paths));
        parts.add(LocalHypervisor.part(paths));
        return new XenParts(parts);
    }

    /** The one way to the Xen of another machine: its xend on the network. */
    public static XenParts ofNetwork(XendAddress xend) {
        return new XenParts(List.of(new XendPart(List.of(xend), null, XEND_LIMIT)));
    }
}
