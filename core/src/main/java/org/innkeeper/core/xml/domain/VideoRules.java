package org.innkeeper.core.xml.domain;

import java.util.List;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** The video cards: one of them first, and none beside none. */
final class VideoRules {
    private VideoRules() {}

    static void check(DomainDocument domain) {
        List<XmlElement> cards = domain.devices("video");
        XmlElement primary = null;
        for (XmlElement card : cards) {
            String model = VideoProperties.MODEL.get(card).orElse("");
            if (model.equals("none") && cards.size() > 1) {
                throw XmlErrors.unsupported(card, "a video card of type 'none' must be the only one");
            }
            if (VideoProperties.PRIMARY.get(card).orElse(false)) {
                if (primary != null) {
                    throw XmlErrors.unacceptable(card, "only one video card can be the primary one");
                }
                primary = card;
            }
            checkMemory(card, model);
        }
    }

    private static void checkMemory(XmlElement card, String model) {
        boolean qxl = model.equals("qxl");
        if (VideoProperties.RAM.get(card).isPresent() && !qxl) {
            throw XmlErrors.unacceptable(card, "'ram' is only for video cards of type qxl");
        }
        if (VideoProperties.VGA_MEMORY.get(card).isPresent() && !qxl) {
            throw XmlErrors.unacceptable(card, "'vgamem' is only for video cards of type qxl");
        }
        if (VideoProperties.HEADS.get(card).orElse(1) == 0) {
            throw XmlErrors.unacceptable(card, "'heads' must be at least 1");
        }
    }
}
