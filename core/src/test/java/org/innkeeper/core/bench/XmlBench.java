package org.innkeeper.core.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.innkeeper.core.xml.domain.DomainDocument;

/**
 * How long it takes to read a definition of 5 KB, check it and write it, once the machine is warm. Prints milliseconds:
 * median and 95th percentile of single rounds.
 */
public final class XmlBench {
    private static final int WARM_UP = 5_000;
    private static final int ROUNDS = 2_000;
    private static final int LENGTH = 5_120;

    private XmlBench() {}

    public static void main(String[] arguments) throws IOException {
        String text = definition();
        report("read and format", text, false);
        report("read, check and format", text, true);
    }

    private static void report(String what, String text, boolean check) {
        for (int i = 0; i < WARM_UP; i++) {
            round(text, check);
        }
        double[] times = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            round(text, check);
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(
                "xml %s (%d bytes): median %.3f ms, p95 %.3f ms%n",
                what, text.length(), times[ROUNDS / 2], times[ROUNDS * 95 / 100]);
    }

    private static void round(String text, boolean check) {
        DomainDocument document = check ? DomainDocument.parse(text) : DomainDocument.read(text);
        if (document.toText().length() != text.length()) {
            throw new IllegalStateException("the definition was not written as it was read");
        }
    }

    /** A definition with many devices, as many of them as fit the length. */
    private static String definition() throws IOException {
        try (InputStream stream = XmlBench.class.getResourceAsStream("/documents/domain/workstation.xml")) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String end = "  </devices>\n</domain>\n";
            int cut = LENGTH - end.length();
            while (!text.substring(cut).matches("(?s) {4}<[a-z].*")) {
                cut--;
            }
            return text.substring(0, cut) + end;
        }
    }
}
