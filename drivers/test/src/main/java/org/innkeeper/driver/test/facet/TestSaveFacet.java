package org.innkeeper.driver.test.facet;

import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorSubject;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFlags;
import org.innkeeper.core.spi.SaveFacet;
import org.innkeeper.driver.test.host.Detail;
import org.innkeeper.driver.test.host.DomainDefinition;
import org.innkeeper.driver.test.host.HostErrors;
import org.innkeeper.driver.test.host.Reason;
import org.innkeeper.driver.test.host.SavedGuest;
import org.innkeeper.driver.test.host.TestDomain;
import org.innkeeper.driver.test.host.TestHost;

/** Saves guests to files that exist in the memory of their host only. */
final class TestSaveFacet extends HostFacet implements SaveFacet {
    private static final long SAVE = DomainFlags.SAVE_BYPASS_CACHE
            | DomainFlags.SAVE_RUNNING
            | DomainFlags.SAVE_PAUSED
            | DomainFlags.SAVE_RESET_NVRAM;
    private static final long DUMP = DomainFlags.DUMP_CRASH
            | DomainFlags.DUMP_LIVE
            | DomainFlags.DUMP_BYPASS_CACHE
            | DomainFlags.DUMP_RESET
            | DomainFlags.DUMP_MEMORY_ONLY;

    TestSaveFacet(TestHost host, Gate gate) {
        super(host, gate);
    }

    @Override
    public void save(CallContext context, DomainRef domain, String path, String xml, long flags) {
        checkSave("save.save", flags);
        Runnable check = () -> {
            requireAbsolute(path);
            requireSavable(domain);
        };
        job(context, "save.save", domain, check, () -> {
            TestDomain found = requireSavable(domain);
            DomainDefinition definition = xml == null
                    ? found.run().definition()
                    : sameGuest(found.run().definition(), xml);
            host.savedFiles().put(path, new SavedGuest(definition, runsOn(found, flags)));
            host.life().stop(found, Reason.SHUT_OFF_SAVED, Detail.STOPPED_SAVED);
        });
    }

    private static void checkSave(String operation, long flags) {
        DomainFlags.check(operation, flags, SAVE);
        if ((flags & DomainFlags.SAVE_RUNNING) != 0 && (flags & DomainFlags.SAVE_PAUSED) != 0) {
            throw HostErrors.argument(operation + " cannot leave the guest both running and paused");
        }
    }

    private static void requireAbsolute(String path) {
        if (!path.startsWith("/")) {
            throw HostErrors.argument("'" + path + "' is not an absolute path on the host");
        }
    }

    private TestDomain requireSavable(DomainRef ref) {
        TestDomain domain = host.domains().get(ref);
        host.life().requireActive(domain);
        if (domain.state() == DomainState.CRASHED || domain.state() == DomainState.SHUTTING_DOWN) {
            throw HostErrors.state(domain, "has nothing worth saving in its state", "Force it off");
        }
        return domain;
    }

    private static boolean runsOn(TestDomain domain, long flags) {
        if ((flags & (DomainFlags.SAVE_RUNNING | DomainFlags.SAVE_PAUSED)) != 0) {
            return (flags & DomainFlags.SAVE_RUNNING) != 0;
        }
        return domain.state() != DomainState.PAUSED;
    }

    private DomainDefinition sameGuest(DomainDefinition saved, String xml) {
        DomainDefinition changed = host.inventory().reader().read(xml);
        if (!changed.facts().uuid().equals(saved.facts().uuid())
                || !changed.facts().name().equals(saved.facts().name())) {
            throw HostErrors.of(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "The new definition is of '" + changed.facts().name() + "', not of '"
                            + saved.facts().name() + "' that was saved",
                    "Keep name and UUID");
        }
        return changed;
    }

    @Override
    public void restore(CallContext context, String path, String xml, long flags) {
        checkSave("save.restore", flags);
        job(context, "save.restore", null, () -> file(path), () -> {
            SavedGuest saved = file(path);
            DomainDefinition definition = xml == null ? saved.definition() : sameGuest(saved.definition(), xml);
            boolean paused = (flags & DomainFlags.SAVE_PAUSED) != 0
                    || (!saved.running() && (flags & DomainFlags.SAVE_RUNNING) == 0);
            host.inventory().admit(definition, paused, Reason.RUNNING_RESTORED, Detail.STARTED_RESTORED);
        });
    }

    private SavedGuest file(String path) {
        requireAbsolute(path);
        SavedGuest saved = host.savedFiles().get(path);
        if (saved == null) {
            throw HostErrors.about(
                    ErrorCode.OPERATION_FAILED,
                    ErrorSubject.Kind.FILE,
                    path,
                    "There is no saved guest in " + path,
                    "Check the path; test hosts only know files they saved themselves");
        }
        return saved;
    }

    @Override
    public String savedXml(CallContext context, String path, long flags) {
        DomainFlags.check("save.xml", flags, DomainFlags.XML_SECURE);
        return call(
                context,
                "save.xml",
                () -> DomainXml.visible(file(path).definition().xml(), (flags & DomainFlags.XML_SECURE) != 0));
    }

    @Override
    public void managedSave(CallContext context, DomainRef domain, long flags) {
        checkSave("save.managed", flags);
        job(context, "save.managed", domain, () -> requireManagedSavable(domain), () -> {
            TestDomain found = requireManagedSavable(domain);
            host.inventory().setManagedSave(found, new SavedGuest(found.run().definition(), runsOn(found, flags)));
            host.life().stop(found, Reason.SHUT_OFF_SAVED, Detail.STOPPED_SAVED);
        });
    }

    private TestDomain requireManagedSavable(DomainRef ref) {
        TestDomain domain = requireSavable(ref);
        if (!domain.isPersistent()) {
            throw HostErrors.state(
                    domain, "is transient, so nothing would remember its saved state", "Save it to a file");
        }
        return domain;
    }

    @Override
    public boolean hasManagedSave(CallContext context, DomainRef domain) {
        return call(
                context, "save.managedInfo", () -> host.domains().get(domain).managedSave() != null);
    }

    @Override
    public void removeManagedSave(CallContext context, DomainRef domain) {
        run(context, "save.removeManaged", () -> host.inventory()
                .forgetManagedSave(host.domains().get(domain)));
    }

    @Override
    public void coreDump(CallContext context, DomainRef domain, String path, int format, long flags) {
        DomainFlags.check("save.coreDump", flags, DUMP);
        boolean crash = (flags & DomainFlags.DUMP_CRASH) != 0;
        if (crash && (flags & (DomainFlags.DUMP_LIVE | DomainFlags.DUMP_RESET)) != 0) {
            throw HostErrors.argument("A guest that is crashed by its dump can neither go on nor be reset");
        }
        if (format != 0) {
            throw HostErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED, "Test hosts dump in the raw format only, not in " + format);
        }
        job(
                context,
                "save.coreDump",
                domain,
                () -> {
                    requireAbsolute(path);
                    host.life().requireActive(host.domains().get(domain));
                },
                () -> {
                    TestDomain found = host.domains().get(domain);
                    host.life().requireActive(found);
                    if (crash) {
                        host.life().stop(found, Reason.SHUT_OFF_CRASHED, Detail.STOPPED_CRASHED);
                    } else if ((flags & DomainFlags.DUMP_RESET) != 0) {
                        host.life().reset(found);
                    }
                });
    }
}
