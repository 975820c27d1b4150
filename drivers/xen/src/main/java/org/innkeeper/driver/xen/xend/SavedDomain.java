package org.innkeeper.driver.xen.xend;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.driver.xen.part.PartErrors;
import org.innkeeper.driver.xen.sexpr.SexprReader;

/** The head of a file that xend saved a domain to: a mark, a length, and the domain as an s-expression. */
final class SavedDomain {
    private static final String MARK = "LinuxGuestRecord";
    private static final int LONGEST = 1 << 20;

    private SavedDomain() {}

    static XendDomain read(String file) {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(Path.of(file)))) {
            String mark = new String(in.readNBytes(MARK.length()), StandardCharsets.ISO_8859_1);
            int length = mark.equals(MARK) ? in.readInt() : -1;
            if (length < 1 || length > LONGEST) {
                throw PartErrors.of(
                        ErrorCode.PARSE_FAILED,
                        ErrorOrigin.XEND,
                        file + " is no file that xend saved a domain to",
                        "Choose a file that a domain was saved to on a host with xend");
            }
            return XendDomain.of(SexprReader.read(new String(in.readNBytes(length), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw PartErrors.of(
                    ErrorCode.OPEN_FAILED,
                    ErrorOrigin.XEND,
                    file + " cannot be read: " + e,
                    "Is it there, and may this user read it?");
        }
    }
}
