package org.innkeeper.driver.xen.unified;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;

/**
 * The ways to a Xen that this host has. Each call goes to the part that does it best of those that can do it now; where
 * that one cannot be reached, to the next. Which one it was is logged at debug level.
 */
public final class XenParts implements AutoCloseable {
    private static final Logger LOG = System.getLogger(XenParts.class.getName());

    /** The part whose definitions count where it has any, and the one that is left out then. */
    private static final String KEEPER = "xend";

    private static final String FILES = "xm";
    private static final String TOOL = "xl";

    private final List<XenPart> parts;

    public XenParts(List<XenPart> parts) {
        this.parts = List.copyOf(parts);
    }

    /** All that at least one part can do now. */
    public Set<XenFunction> functions(CallContext context) {
        Set<XenFunction> all = EnumSet.noneOf(XenFunction.class);
        for (XenPart part : parts) {
            if (!isLeftOut(context, part)) {
                all.addAll(part.functions(context));
            }
        }
        return all;
    }

    public boolean can(CallContext context, XenFunction function) {
        return !candidates(context, function).isEmpty();
    }

    /** Whether guests are made by xl, which knows more kinds and settings of them than xend did. */
    public boolean hasXl(CallContext context) {
        return candidates(context, XenFunction.CREATE).stream()
                .anyMatch(part -> part.name().equals(TOOL));
    }

    /** From Xen 3.0.4 on xend keeps the inactive domains: the files would list them a second time. */
    private boolean isLeftOut(CallContext context, XenPart part) {
        return part.name().equals(FILES)
                && parts.stream()
                        .anyMatch(other -> other.name().equals(KEEPER)
                                && other.functions(context).contains(XenFunction.LIST_STORED));
    }

    /** The parts that have the function, the best first. */
    public List<XenPart> candidates(CallContext context, XenFunction function) {
        List<String> order = Preference.of(function);
        List<XenPart> able = new ArrayList<>();
        for (XenPart part : parts) {
            if (part.functions(context).contains(function) && !isLeftOut(context, part)) {
                able.add(part);
            }
        }
        able.sort(Comparator.comparingInt(part -> {
            int place = order.indexOf(part.name());
            return place < 0 ? order.size() : place;
        }));
        return able;
    }

    /**
     * Asks the best part.
     *
     * @throws InnkeeperException {@code NO_SUPPORT} where no part has the function, else what the part says
     */
    public <T> T ask(CallContext context, XenFunction function, Function<XenPart, T> question) {
        InnkeeperException unreachable = null;
        for (XenPart part : candidates(context, function)) {
            try {
                T answer = question.apply(part);
                LOG.log(Level.DEBUG, "{0} by {1}", function, part.name());
                return answer;
            } catch (InnkeeperException e) {
                if (e.code() != ErrorCode.NO_CONNECT) {
                    LOG.log(Level.DEBUG, "{0} by {1} failed: {2}", function, part.name(), e.code());
                    throw e;
                }
                LOG.log(Level.DEBUG, "{0}: {1} cannot be reached: {2}", function, part.name(), e.getMessage());
                unreachable = unreachable == null ? e : unreachable;
            }
        }
        throw unreachable == null ? PartErrors.unsupported("This host", function) : unreachable;
    }

    /** {@link #ask} without an answer. */
    public void tell(CallContext context, XenFunction function, Consumer<XenPart> work) {
        ask(context, function, part -> {
            work.accept(part);
            return null;
        });
    }

    /** Why there is no part of any use here: what each says, the first in front. */
    public InnkeeperException absence(CallContext context, String uri, String remedy) {
        List<String> reasons = parts.stream()
                .map(part -> part.absence(context))
                .filter(reason -> !reason.isBlank())
                .distinct()
                .toList();
        return PartErrors.of(
                ErrorCode.NO_CONNECT,
                ErrorOrigin.XEN,
                "Cannot open " + uri + ": " + (reasons.isEmpty() ? "there is no Xen here" : String.join("; ", reasons)),
                remedy);
    }

    @Override
    public void close() {
        parts.forEach(XenPart::close);
    }
}
