package org.innkeeper.driver.xen.xl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.MigrationTarget;
import org.innkeeper.driver.xen.part.PartErrors;

/** What moves the memory of a guest: to a file, from a file, to another host. Progress is told as xl tells it. */
final class Transfers {
    private static final Pattern PROGRESS = Pattern.compile("xc: progress: Frames: .*\\s(\\d{1,3})%.*");
    /** xl has the command to reach the other host run by a shell, so nothing but a plain name or address may be in it. */
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:-]{0,254}");

    private final XlTool xl;

    Transfers(XlTool xl) {
        this.xl = xl;
    }

    private static Consumer<String> progressOf(CallContext context) {
        return line -> {
            Matcher progress = PROGRESS.matcher(line);
            if (progress.matches()) {
                context.progress().progress(Math.min(1, Integer.parseInt(progress.group(1)) / 100.0));
            }
        };
    }

    void save(CallContext context, DomainKey domain, String file) {
        run(context, domain, List.of("save", Integer.toString(domain.id()), file));
    }

    void restore(CallContext context, String file, boolean paused) {
        run(context, null, paused ? List.of("restore", "-p", file) : List.of("restore", file));
    }

    void dump(CallContext context, DomainKey domain, String file) {
        run(context, domain, List.of("dump-core", Integer.toString(domain.id()), file));
    }

    /** xl always sends a guest while it runs, which serves who asked for no more than that it arrives too. */
    void migrate(CallContext context, DomainKey domain, MigrationTarget target) {
        if (!HOST.matcher(target.host()).matches()) {
            throw PartErrors.invalidArgument("'" + target.host() + "' is neither the name nor the address of a host");
        }
        if (target.bandwidth() != 0
                || target.newName() != null && !target.newName().equals(domain.name())) {
            throw PartErrors.of(
                    ErrorCode.ARGUMENT_UNSUPPORTED,
                    ErrorOrigin.XENXL,
                    "xl can neither limit the bandwidth of a migration nor rename the guest on its way",
                    "Leave both out");
        }
        // Nobody is there to answer questions for a password.
        String transport = "ssh -o BatchMode=yes" + (target.port() == 0 ? "" : " -p " + target.port());
        run(
                context,
                domain,
                new ArrayList<>(List.of("migrate", "-s", transport, Integer.toString(domain.id()), target.host())));
    }

    private void run(CallContext context, DomainKey domain, List<String> words) {
        xl.run(context, XlTool.TRANSFER, domain, words, progressOf(context));
    }
}
