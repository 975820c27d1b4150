package org.innkeeper.driver.xen.xend;

import java.time.Duration;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.model.DomainState;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.MigrationTarget;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.sexpr.SexprReader;

/** What moves the memory of a domain: saving, restoring, dumping, sending to another host. */
final class XendTransfers {
    /** These take as long as the memory of a guest is large. */
    private static final Duration LONGEST = Duration.ofHours(6);

    private static final Duration END = Duration.ofSeconds(30);

    private final XendCalls calls;

    XendTransfers(XendCalls calls) {
        this.calls = calls;
    }

    void save(CallContext context, DomainKey domain, String file) {
        calls.post(context, domain, LONGEST, "op", "save", "file", file);
        calls.awaitEnd(context, domain, END);
    }

    void restore(CallContext context, String file, boolean paused) {
        calls.ask(context, xend -> {
            String body = xend.client()
                    .within(LONGEST)
                    .post(context, "/xend/domain", XendCalls.form("op", "restore", "file", file))
                    .body();
            xend.inventory().changed();
            XendDomain restored = XendDomain.of(SexprReader.read(body));
            boolean stands = restored.state() == DomainState.PAUSED;
            if (stands != paused) {
                String path = XendInventory.path(Integer.toString(restored.id()));
                xend.client().post(context, path, XendCalls.form("op", paused ? "pause" : "unpause"));
            }
            return null;
        });
    }

    void coreDump(CallContext context, DomainKey domain, String file, boolean live, boolean crash) {
        calls.post(
                context,
                domain,
                LONGEST,
                "op",
                "dump",
                "file",
                file,
                "live",
                live ? "1" : "0",
                "crash",
                crash ? "1" : "0",
                "reset",
                "0");
    }

    void migrate(CallContext context, DomainKey domain, MigrationTarget target) {
        if (target.newName() != null) {
            throw PartErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    ErrorOrigin.XEND,
                    "xend cannot give a domain another name while it is moved",
                    "Leave the name as it is");
        }
        calls.post(
                context,
                domain,
                LONGEST,
                "op",
                "migrate",
                "destination",
                target.host(),
                "live",
                target.live() ? "1" : "0",
                "port",
                Integer.toString(target.port()),
                "resource",
                Long.toString(target.bandwidth()),
                "node",
                "-1",
                "ssl",
                "0",
                "change_home_server",
                "0");
    }
}
