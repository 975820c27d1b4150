package org.innkeeper.driver.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a daemon tells what it has of a kind, in three steps: how many there are, the names of that many, and what each name
 * stands for.
 *
 * @param count the procedure that counts
 * @param list the procedure that tells the names
 * @param lookUp the procedure that finds one by its name
 * @param key makes of a name what the third takes
 * @param owner what all three want to know first, such as the pool of volumes; nothing where there is no owner
 * @param filter what the first two want to know besides, before the number of names asked for
 * @param flags what all three want to know last
 */
record NamedKind(
        String count,
        String list,
        String lookUp,
        UnaryOperator<Object> key,
        List<?> owner,
        List<?> filter,
        List<?> flags) {
    NamedKind(String count, String list, String lookUp) {
        this(count, list, lookUp, UnaryOperator.identity(), List.of(), List.of(), List.of());
    }

    NamedKind withKey(UnaryOperator<Object> newKey) {
        return new NamedKind(count, list, lookUp, newKey, owner, filter, flags);
    }

    NamedKind of(Object newOwner) {
        return new NamedKind(count, list, lookUp, key, List.of(newOwner), filter, flags);
    }

    /** The filters may be null, as some are on the wire. */
    NamedKind withFilter(List<?> newFilter) {
        return new NamedKind(count, list, lookUp, key, owner, newFilter, flags);
    }

    NamedKind withFlags(Object newFlags) {
        return new NamedKind(count, list, lookUp, key, owner, filter, List.of(newFlags));
    }

    Object[] toCount() {
        return joined(owner, filter, flags);
    }

    Object[] toList(int number) {
        return joined(owner, filter, List.of(number), flags);
    }

    Object[] toLookUp(Object name) {
        return joined(owner, List.of(key.apply(name)), flags);
    }

    private static Object[] joined(List<?>... parts) {
        List<Object> all = new ArrayList<>();
        for (List<?> part : parts) {
            all.addAll(part);
        }
        return all.toArray();
    }
}
