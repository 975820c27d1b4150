package org.innkeeper.driver.qemu.facet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.error.IoReason;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.lifecycle.Guest;
import org.innkeeper.driver.qemu.lifecycle.GuestErrors;

/** The file in which a guest's firmware keeps its settings, when the guest is undefined. */
final class NvramFiles {
    private NvramFiles() {}

    /** Removes the file where that is wanted; fails where there is one and nobody said what shall become of it. */
    static void undefine(Guest guest, boolean remove, boolean keep) {
        if (remove && keep) {
            throw GuestErrors.invalidArgument("an NVRAM file cannot be both removed and kept");
        }
        Optional<Path> file = Optional.ofNullable(guest.view().stored().root().element("os"))
                .map(os -> os.element("nvram"))
                .map(XmlElement::text)
                .map(String::strip)
                .filter(text -> text.startsWith("/"))
                .map(Path::of)
                .filter(Files::exists);
        if (file.isEmpty() || keep) {
            return;
        }
        if (!remove) {
            throw GuestErrors.wrongState(guest, "has an NVRAM file; say whether it is removed or kept");
        }
        try {
            Files.delete(file.get());
        } catch (IOException e) {
            throw new InnkeeperException(
                    ErrorCode.OPERATION_FAILED,
                    ErrorOrigin.QEMU,
                    "the NVRAM file " + file.get() + " cannot be removed: " + IoReason.of(e),
                    e);
        }
    }
}
