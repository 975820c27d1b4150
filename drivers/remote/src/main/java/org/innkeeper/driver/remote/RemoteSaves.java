package org.innkeeper.driver.remote;

import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.SaveFacet;

/** Saving and dumping over the wire; jobs are watched on the side. */
final class RemoteSaves implements SaveFacet {
    private final FarSide far;
    private final JobWatch jobs;

    RemoteSaves(FarSide far, JobWatch jobs) {
        this.far = far;
        this.jobs = jobs;
    }

    @Override
    public void save(CallContext context, DomainRef domain, String path, String xml, long flags) {
        jobs.watch(context, domain, () -> {
            if (xml == null && flags == 0) {
                return far.call(context, "DOMAIN_SAVE", domain, path);
            }
            return far.call(context, "DOMAIN_SAVE_FLAGS", domain, path, xml, flags);
        });
    }

    @Override
    public void restore(CallContext context, String path, String xml, long flags) {
        if (xml == null && flags == 0) {
            far.call(context, "DOMAIN_RESTORE", path);
        } else {
            far.call(context, "DOMAIN_RESTORE_FLAGS", path, xml, flags);
        }
    }

    @Override
    public String savedXml(CallContext context, String path, long flags) {
        return far.askText(context, "DOMAIN_SAVE_IMAGE_GET_XML_DESC", path, flags);
    }

    @Override
    public void managedSave(CallContext context, DomainRef domain, long flags) {
        jobs.watch(context, domain, () -> far.call(context, "DOMAIN_MANAGED_SAVE", domain, flags));
    }

    @Override
    public boolean hasManagedSave(CallContext context, DomainRef domain) {
        return far.askFlag(context, "DOMAIN_HAS_MANAGED_SAVE_IMAGE", domain, 0);
    }

    @Override
    public void removeManagedSave(CallContext context, DomainRef domain) {
        far.call(context, "DOMAIN_MANAGED_SAVE_REMOVE", domain, 0);
    }

    @Override
    public void coreDump(CallContext context, DomainRef domain, String path, int format, long flags) {
        jobs.watch(context, domain, () -> {
            if (format == 0) {
                return far.call(context, "DOMAIN_CORE_DUMP", domain, path, flags);
            }
            return far.call(context, "DOMAIN_CORE_DUMP_WITH_FORMAT", domain, path, format, flags);
        });
    }
}
