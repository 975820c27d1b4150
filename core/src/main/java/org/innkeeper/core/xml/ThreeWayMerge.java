package org.innkeeper.core.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Brings two changes of one document together: ours, made in a form or an editor, and theirs, made on the host since.
 * Devices are told apart by what they are known by (a disk by its target), not by their place.
 */
public final class ThreeWayMerge {
    private final List<String> conflicts = new ArrayList<>();

    private ThreeWayMerge() {}

    /**
     * The outcome of a merge.
     *
     * @param document their document with our changes; where there are conflicts, theirs stands
     * @param conflicts the places that both changed in different ways, as paths such as {@code /domain/memory}
     */
    public record Result(XmlDocument document, List<String> conflicts) {
        public Result {
            conflicts = List.copyOf(conflicts);
        }

        public boolean isClean() {
            return conflicts.isEmpty();
        }
    }

    /**
     * Merges; none of the documents is changed.
     *
     * @param base what both started from
     * @param ours what we made of it
     * @param theirs what the host has now
     */
    public static Result merge(XmlDocument base, XmlDocument ours, XmlDocument theirs) {
        ThreeWayMerge merge = new ThreeWayMerge();
        XmlDocument result = theirs.copy();
        merge.element(base.root(), ours.root(), result.root());
        return new Result(result, merge.conflicts);
    }

    private void element(XmlElement base, XmlElement ours, XmlElement theirs) {
        attributes(base, ours, theirs);
        String before = base.text().strip();
        String text = ours.text().strip();
        String now = theirs.text().strip();
        if (!text.equals(before) && !text.equals(now)) {
            if (now.equals(before)) {
                theirs.setText(text);
            } else {
                conflicts.add(theirs.path());
            }
        }
        children(base, ours, theirs);
    }

    private void attributes(XmlElement base, XmlElement ours, XmlElement theirs) {
        Set<String> names = new LinkedHashSet<>(base.attributes().keySet());
        names.addAll(ours.attributes().keySet());
        for (String name : names) {
            String before = base.attribute(name);
            String value = ours.attribute(name);
            String now = theirs.attribute(name);
            if (Objects.equals(value, before) || Objects.equals(value, now)) {
                continue;
            }
            if (Objects.equals(now, before)) {
                theirs.setAttribute(name, value);
            } else {
                conflicts.add(theirs.path() + "@" + name);
            }
        }
    }

    private void children(XmlElement base, XmlElement ours, XmlElement theirs) {
        Map<String, XmlElement> before = ElementIdentity.children(base);
        Map<String, XmlElement> mine = ElementIdentity.children(ours);
        Map<String, XmlElement> now = ElementIdentity.children(theirs);
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(mine.keySet());
        for (String key : keys) {
            child(theirs, before.get(key), mine.get(key), now.get(key));
        }
    }

    private void child(XmlElement parent, XmlElement before, XmlElement mine, XmlElement now) {
        if (before != null && mine != null && now != null) {
            element(before, mine, now);
        } else if (before != null && mine != null) {
            if (!CanonicalXml.sameMeaning(before, mine)) {
                conflicts.add(parent.path() + "/" + mine.name());
            }
        } else if (before != null && now != null) {
            if (CanonicalXml.sameMeaning(before, now)) {
                parent.remove(now);
            } else {
                conflicts.add(now.path());
            }
        } else if (mine != null && now == null) {
            parent.insert(mine.copy());
        } else if (mine != null && !CanonicalXml.sameMeaning(mine, now)) {
            conflicts.add(now.path());
        }
    }
}
