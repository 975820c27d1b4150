package org.innkeeper.driver.xen.xend;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.PartErrors;

/** Questions to the xend that was found, and changes of a domain. */
final class XendCalls {
    private final XendLink link;

    XendCalls(XendLink link) {
        this.link = link;
    }

    <T> T ask(CallContext context, Function<XendLink.Found, T> question) {
        try {
            return question.apply(link.get(context));
        } catch (InnkeeperException e) {
            if (e.code() == ErrorCode.NO_CONNECT) {
                link.lost();
            }
            throw e;
        }
    }

    /** A change; what is kept of the domains that do not run is read anew afterwards. */
    void post(CallContext context, DomainKey domain, Duration limit, String... form) {
        ask(context, xend -> {
            try {
                XendClient client =
                        limit == null ? xend.client() : xend.client().within(limit);
                return client.post(context, path(domain), form(form));
            } finally {
                xend.inventory().changed();
            }
        });
    }

    void post(CallContext context, DomainKey domain, String... form) {
        post(context, domain, null, form);
    }

    static Map<String, String> form(String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    static String path(DomainKey domain) {
        return XendInventory.path(which(domain));
    }

    /** A running domain by its id, which is not reused; one that does not run by its name. */
    private static String which(DomainKey domain) {
        return domain.active() ? Integer.toString(domain.id()) : domain.name();
    }

    static XendDomain find(CallContext context, XendLink.Found xend, DomainKey domain) {
        return xend.inventory()
                .find(context, which(domain))
                .orElseThrow(() -> PartErrors.noDomain(ErrorOrigin.XEND, "'" + domain.name() + "'"));
    }

    /** Waits until a run is over. */
    void awaitEnd(CallContext context, DomainKey domain, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (ask(context, xend -> xend.inventory()
                .find(context, which(domain))
                .filter(now -> now.id() == domain.id())
                .isPresent())) {
            if (System.nanoTime() - deadline > 0) {
                throw PartErrors.of(
                        ErrorCode.OPERATION_TIMEOUT,
                        ErrorOrigin.XEND,
                        "Domain '" + domain.name() + "' did not end within " + limit.toSeconds() + " s",
                        "Look at xend's log");
            }
            Waits.shortly(context, "waiting for the end of '" + domain.name() + "'");
        }
    }
}
