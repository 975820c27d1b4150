package org.innkeeper.driver.remote.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The remote program, version 1: all its procedures, by name and by number. For any thread. */
public final class RemoteProgram {
    /** {@code REMOTE_PROGRAM}. */
    public static final int NUMBER = 0x20008086;

    public static final int VERSION = 1;

    private static final RemoteProgram INSTANCE = load();

    private final Map<String, Procedure> byName = new LinkedHashMap<>();
    private final Procedure[] byNumber;

    private RemoteProgram(Collection<Procedure> procedures) {
        int last = 0;
        for (Procedure procedure : procedures) {
            byName.put(procedure.name(), procedure);
            last = Math.max(last, procedure.number());
        }
        byNumber = new Procedure[last + 1];
        for (Procedure procedure : procedures) {
            byNumber[procedure.number()] = procedure;
        }
    }

    /** The procedure of that name, which must be in the table. */
    public static Procedure procedure(String name) {
        Procedure procedure = INSTANCE.byName.get(name);
        if (procedure == null) {
            throw new IllegalArgumentException("no procedure " + name + " in the table");
        }
        return procedure;
    }

    /** The procedure of that number, or null where there is none: the number may come from the wire. */
    public static Procedure procedure(int number) {
        return number >= 0 && number < INSTANCE.byNumber.length ? INSTANCE.byNumber[number] : null;
    }

    /** All procedures, in the order of the table. */
    public static Collection<Procedure> procedures() {
        return Collections.unmodifiableCollection(INSTANCE.byName.values());
    }

    private static RemoteProgram load() {
        try (InputStream in = RemoteProgram.class.getResourceAsStream("procedures.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            ProcedureTableParser parser = new ProcedureTableParser();
            lines.lines().forEach(parser::line);
            return new RemoteProgram(parser.procedures());
        } catch (IOException e) {
            throw new UncheckedIOException("the table of procedures cannot be read", e);
        }
    }
}
