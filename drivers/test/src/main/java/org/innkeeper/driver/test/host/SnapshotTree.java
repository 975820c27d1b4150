package org.innkeeper.driver.test.host;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The snapshots of one domain, parents before children, and which one is current. */
public final class SnapshotTree {
    private final Map<String, TestSnapshot> byName = new LinkedHashMap<>();
    private String current;

    public boolean isEmpty() {
        return byName.isEmpty();
    }

    public int size() {
        return byName.size();
    }

    public Collection<TestSnapshot> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** The snapshot of that name, or null. */
    public TestSnapshot find(String name) {
        return byName.get(name);
    }

    /** The current one, or null. */
    public TestSnapshot current() {
        return current == null ? null : byName.get(current);
    }

    public void setCurrent(String name) {
        current = name;
    }

    public void put(TestSnapshot snapshot) {
        byName.put(snapshot.name(), snapshot);
    }

    public List<TestSnapshot> children(String parent) {
        List<TestSnapshot> children = new ArrayList<>();
        for (TestSnapshot snapshot : byName.values()) {
            if (parent.equals(snapshot.parent())) {
                children.add(snapshot);
            }
        }
        return children;
    }

    /** All below, parents first. */
    public List<TestSnapshot> descendants(String ancestor) {
        List<TestSnapshot> found = new ArrayList<>();
        for (TestSnapshot child : children(ancestor)) {
            found.add(child);
            found.addAll(descendants(child.name()));
        }
        return found;
    }

    /** Removes one; its children become children of its parent, which becomes current where it was. */
    public void remove(TestSnapshot snapshot) {
        for (TestSnapshot child : children(snapshot.name())) {
            byName.put(child.name(), child.withParent(snapshot.parent()));
        }
        byName.remove(snapshot.name());
        if (snapshot.name().equals(current)) {
            current = snapshot.parent();
        }
    }
}
