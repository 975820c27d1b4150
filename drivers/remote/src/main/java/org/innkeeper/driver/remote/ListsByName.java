package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.PendingCall;

/**
 * Lists of a daemon from before the calls that list all of a kind (libvirt 0.10.2; 0.9.13 for guests and snapshots): counts,
 * names, and each name looked up. What several lists ask goes together, so that each of the three steps waits once.
 */
final class ListsByName {
    private final FarSide far;
    private final OneByOne each;

    ListsByName(FarSide far) {
        this.far = far;
        this.each = new OneByOne(far);
    }

    /**
     * What the daemon has of some kinds.
     *
     * @return one list for each kind, in their order; what went between the steps is in none, and what came into a second
     *     list meanwhile is in the first alone
     */
    <T> List<List<T>> all(CallContext context, Class<T> type, List<NamedKind> kinds) {
        List<OneByOne.Question> questions = new ArrayList<>();
        List<List<Object>> names = names(context, kinds);
        for (int i = 0; i < kinds.size(); i++) {
            for (Object name : names.get(i)) {
                questions.add(new OneByOne.Question(
                        kinds.get(i).lookUp(), kinds.get(i).toLookUp(name)));
            }
        }
        List<Values> answers = each.askAhead(context, questions);
        Map<T, Integer> found = new LinkedHashMap<>();
        int next = 0;
        for (int i = 0; i < kinds.size(); i++) {
            for (int k = 0; k < names.get(i).size(); k++) {
                Values answer = answers.get(next++);
                if (answer != null) {
                    found.putIfAbsent(type.cast(answer.only()), i);
                }
            }
        }
        List<List<T>> lists = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            lists.add(new ArrayList<>());
        }
        found.forEach((one, list) -> lists.get(list).add(one));
        return lists;
    }

    /**
     * Both what runs and what does not, to choose from by flags.
     *
     * @param active the kind of those that run
     * @param inactive the kind of those that are only defined
     * @param activeBit the flag that chooses what runs
     * @param inactiveBit the flag that chooses the others
     */
    <T> Choice<T> byActivity(
            CallContext context,
            Class<T> type,
            long flags,
            NamedKind active,
            NamedKind inactive,
            long activeBit,
            long inactiveBit) {
        List<List<T>> both = all(context, type, List.of(active, inactive));
        Set<T> running = Set.copyOf(both.get(0));
        List<T> all = new ArrayList<>(both.get(0));
        all.addAll(both.get(1));
        return new Choice<>(far, context, flags, all)
                .by(activeBit | inactiveBit, one -> running.contains(one) ? activeBit : inactiveBit);
    }

    /** What the daemon has of one kind. */
    <T> List<T> all(CallContext context, Class<T> type, NamedKind kind) {
        return all(context, type, List.of(kind)).get(0);
    }

    /** The names alone, which may be numbers; one list for each kind. */
    List<List<Object>> names(CallContext context, List<NamedKind> kinds) {
        List<PendingCall> counts = new ArrayList<>();
        for (NamedKind kind : kinds) {
            counts.add(far.send(context, kind.count(), kind.toCount()));
        }
        List<PendingCall> lists = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            int count = count(context, kinds.get(i), counts.get(i));
            lists.add(
                    count == 0
                            ? null
                            : far.send(
                                    context, kinds.get(i).list(), kinds.get(i).toList(count)));
        }
        List<List<Object>> names = new ArrayList<>();
        for (PendingCall list : lists) {
            names.add(
                    list == null
                            ? List.of()
                            : List.<Object>copyOf((List<?>) list.await(context).only()));
        }
        return names;
    }

    private static int count(CallContext context, NamedKind kind, PendingCall call) {
        int count = (Integer) call.await(context).only();
        if (count < 0) {
            throw new InnkeeperException(
                    ErrorCode.RPC, ErrorOrigin.RPC, "the host answers " + kind.count() + " with " + count);
        }
        // A daemon refuses to be asked for more than it could ever tell.
        return Math.min(count, FarSide.LIST_MAX);
    }
}
