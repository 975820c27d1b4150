package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;

/** The same question about many guests, for daemons that have no call for all of them. */
final class OneByOne {
    /** As many as the daemon takes at once; sending more would wait for a slot anyway. */
    private static final int TOGETHER = 4;

    private final FarSide far;

    OneByOne(FarSide far) {
        this.far = far;
    }

    /**
     * Asks about each guest with a call of its own, a few of which share one wait.
     *
     * @param about what names the guests
     * @param arguments of the call for each
     * @return the answers in that order, without those guests that went meanwhile
     */
    <K> Map<K, Values> ask(CallContext context, String procedure, List<K> about, Function<K, Object[]> arguments) {
        Map<K, Values> answers = new LinkedHashMap<>();
        for (int from = 0; from < about.size(); from += TOGETHER) {
            List<K> some = about.subList(from, Math.min(about.size(), from + TOGETHER));
            List<PendingCall> calls = new ArrayList<>();
            for (K one : some) {
                calls.add(far.send(context, procedure, arguments.apply(one)));
            }
            for (int i = 0; i < calls.size(); i++) {
                putUnlessGone(answers, context, some.get(i), calls.get(i));
            }
        }
        return answers;
    }

    private static <K> void putUnlessGone(Map<K, Values> answers, CallContext context, K one, PendingCall call) {
        try {
            answers.put(one, call.await(context));
        } catch (InnkeeperException e) {
            if (e.code() != ErrorCode.NO_DOMAIN) {
                throw e;
            }
        }
    }
}
