package org.innkeeper.driver.test.facet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.innkeeper.core.model.DomainState;
import org.junit.jupiter.api.Test;

class ScreenPainterTest {
    private static BufferedImage picture(DomainState state, long seconds) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(ScreenPainter.png(42, state, seconds)));
    }

    @Test
    void isAPictureOthersCanRead() throws IOException {
        BufferedImage picture = picture(DomainState.RUNNING, 0);

        assertThat(picture.getWidth()).isEqualTo(640);
        assertThat(picture.getHeight()).isEqualTo(400);
        assertThat(picture.getRGB(320, 90) & 0xffffff).isEqualTo(0x3b4252);
    }

    @Test
    void movesWithTimeAndShowsTheState() throws IOException {
        byte[] now = ScreenPainter.png(42, DomainState.RUNNING, 10);

        assertThat(ScreenPainter.png(42, DomainState.RUNNING, 11)).isNotEqualTo(now);
        assertThat(ScreenPainter.png(42, DomainState.RUNNING, 10)).isEqualTo(now);
        assertThat(picture(DomainState.CRASHED, 10).getRGB(320, 90))
                .isNotEqualTo(picture(DomainState.RUNNING, 10).getRGB(320, 90));
    }
}
