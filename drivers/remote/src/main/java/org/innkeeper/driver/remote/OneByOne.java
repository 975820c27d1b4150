package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;

/** The same question about many things, for daemons that have no call for all of them. */
final class OneByOne {
    /** One question, as it is sent. */
    record Question(String procedure, Object[] arguments) {}

    /** How a call is sent. */
    @FunctionalInterface
    private interface Sending {
        PendingCall send(CallContext context, String procedure, Object... arguments);
    }

    /** As many as the daemon takes at once; sending more would wait for a slot anyway. */
    private static final int TOGETHER = 4;

    /** As many quick questions as an urgent call may find before it. */
    private static final int AHEAD = 256;

    /** What the daemon says of something that went since it was listed. */
    private static final Set<ErrorCode> GONE = EnumSet.of(
            ErrorCode.NO_DOMAIN,
            ErrorCode.NO_NETWORK,
            ErrorCode.NO_STORAGE_POOL,
            ErrorCode.NO_STORAGE_VOL,
            ErrorCode.NO_NODE_DEVICE,
            ErrorCode.NO_SECRET,
            ErrorCode.NO_DOMAIN_SNAPSHOT);

    private final FarSide far;

    OneByOne(FarSide far) {
        this.far = far;
    }

    /**
     * Asks about each with a call of its own, a few of which share one wait.
     *
     * @param about what the questions are about
     * @param arguments of the call for each
     * @return the answers in that order, without what went meanwhile
     */
    <K> Map<K, Values> ask(CallContext context, String procedure, List<K> about, Function<K, Object[]> arguments) {
        List<Question> questions = about.stream()
                .map(one -> new Question(procedure, arguments.apply(one)))
                .toList();
        List<Values> answers = ask(context, questions, TOGETHER, far::send);
        Map<K, Values> present = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) != null) {
                present.put(about.get(i), answers.get(i));
            }
        }
        return present;
    }

    /**
     * Asks questions the daemon answers from memory at once, so that hundreds of them may share one wait.
     *
     * @return the answers in that order, null for what is not there any more
     */
    List<Values> askAhead(CallContext context, List<Question> questions) {
        return ask(context, questions, AHEAD, far::sendAhead);
    }

    private static List<Values> ask(CallContext context, List<Question> questions, int together, Sending sending) {
        List<Values> answers = new ArrayList<>(questions.size());
        for (int from = 0; from < questions.size(); from += together) {
            List<PendingCall> calls = new ArrayList<>();
            for (Question one : questions.subList(from, Math.min(questions.size(), from + together))) {
                calls.add(sending.send(context, one.procedure(), one.arguments()));
            }
            for (PendingCall call : calls) {
                answers.add(unlessGone(context, call));
            }
        }
        return answers;
    }

    private static Values unlessGone(CallContext context, PendingCall call) {
        try {
            return call.await(context);
        } catch (InnkeeperException e) {
            if (!GONE.contains(e.code())) {
                throw e;
            }
            return null;
        }
    }
}
