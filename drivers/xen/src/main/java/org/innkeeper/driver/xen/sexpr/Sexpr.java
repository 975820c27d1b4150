package org.innkeeper.driver.xen.sexpr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An s-expression, as xend speaks them: an atom or a list. Immutable. */
public sealed interface Sexpr {
    /** A text; how it was quoted does not matter. */
    record Atom(String text) implements Sexpr {
        public Atom {
            Objects.requireNonNull(text, "text");
        }
    }

    /** A list. By custom its first atom is its name. */
    record Items(List<Sexpr> values) implements Sexpr {
        public Items {
            values = List.copyOf(values);
        }

        /** The first atom, "" where there is none. */
        public String name() {
            return !values.isEmpty() && values.get(0) instanceof Atom atom ? atom.text() : "";
        }

        /** The first list inside that has the name; null where there is none. */
        public Items item(String name) {
            for (Sexpr value : values) {
                if (value instanceof Items items && items.name().equals(name)) {
                    return items;
                }
            }
            return null;
        }

        /** All lists inside that have the name. */
        public List<Items> items(String name) {
            List<Items> found = new ArrayList<>();
            for (Sexpr value : values) {
                if (value instanceof Items items && items.name().equals(name)) {
                    found.add(items);
                }
            }
            return found;
        }

        /** The list inside that follows a path of names; null where there is none. */
        public Items find(String path) {
            Items items = this;
            for (String name : path.split("/")) {
                items = items == null ? null : items.item(name);
            }
            return items;
        }

        /**
         * The text of the list at a path of names, such as {@code image/hvm/kernel}: the atom after the name. "" where
         * the list has only a name, null where there is no such list.
         */
        public String text(String path) {
            Items found = find(path);
            if (found == null) {
                return null;
            }
            return found.values.size() > 1 && found.values.get(1) instanceof Atom atom ? atom.text() : "";
        }
    }

    /** A list of a name and what follows it. */
    static Items list(String name, Sexpr... rest) {
        List<Sexpr> values = new ArrayList<>();
        values.add(new Atom(name));
        values.addAll(List.of(rest));
        return new Items(values);
    }

    /** A list of a name and one text. */
    static Items pair(String name, Object value) {
        return list(name, new Atom(value.toString()));
    }

    /** The expression as xend reads it. */
    default String toText() {
        StringBuilder out = new StringBuilder();
        SexprWriter.write(this, out);
        return out.toString();
    }
}
