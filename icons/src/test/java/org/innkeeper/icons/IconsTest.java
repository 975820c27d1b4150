package org.innkeeper.icons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IconsTest {
    @Test
    void everySizeOfTheProgramIconIsRenderedInThatSize() throws IOException {
        for (int size : ProgramIcon.SIZES) {
            var image = ImageIO.read(ProgramIcon.png(size));
            assertThat(image.getWidth()).isEqualTo(size);
            assertThat(image.getHeight()).isEqualTo(size);
            assertThat(image.getRGB(size / 2, size / 2) >>> 24).isEqualTo(255);
            assertThat(image.getRGB(0, 0) >>> 24).isLessThan(128);
        }
    }

    @Test
    void anotherSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramIcon.png(17))
                .withMessageContaining("17");
    }

    @ParameterizedTest
    @CsvSource({
        "http://debian.org/debian/12, linux",
        "http://fedoraproject.org/fedora/40, linux",
        "http://microsoft.com/win/11, windows",
        "http://microsoft.com/msdos/6.22, dos",
        "http://freebsd.org/freebsd/14.0, bsd",
        "http://openbsd.org/openbsd/7.4, bsd",
        "http://apple.com/macosx/10.7, macos",
        "http://sun.com/solaris/11, solaris",
        "http://haiku-os.org/haiku/r1beta4, unknown"
    })
    void systemsHaveTheMarkOfTheirFamily(String id, String mark) throws IOException {
        assertThat(Marks.ofSystem(id)).isEqualTo(outline("os." + mark)).isNotBlank();
    }

    @Test
    void anUnknownSystemHasAMarkToo() throws IOException {
        assertThat(Marks.ofSystem(null)).isEqualTo(outline("os.unknown"));
    }

    @ParameterizedTest
    @CsvSource({
        "qemu:///embed, qemu",
        "qemu+ssh://h/system, qemu",
        "xen:///, xen",
        "openvz:///system, container",
        "test:///default, test",
        "esx://h/, unknown"
    })
    void hypervisorsAreToldByTheScheme(String uri, String mark) throws IOException {
        assertThat(Marks.ofHypervisor(uri))
                .isEqualTo(outline("hypervisor." + mark))
                .isNotBlank();
    }

    private static String outline(String name) throws IOException {
        var all = new java.util.Properties();
        try (var in = Marks.class.getResourceAsStream("marks.properties")) {
            all.load(in);
        }
        return all.getProperty(name);
    }
}
