package org.innkeeper.driver.xen.xend;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.xen.definition.Elements;
import org.innkeeper.driver.xen.sexpr.Sexpr;

/** Puts the password of a screen, which xend tells, into a definition for those who may see it. */
final class ScreenPasswords {
    private ScreenPasswords() {}

    static void add(Sexpr.Items domain, XmlElement definition) {
        String password = password(domain);
        if (password == null || password.isEmpty()) {
            return;
        }
        Elements.devices(definition, "graphics").stream()
                .filter(screen -> "vnc".equals(screen.attribute("type")))
                .findFirst()
                .ifPresent(screen -> screen.setAttribute("passwd", password));
    }

    private static String password(Sexpr.Items domain) {
        for (Sexpr.Items device : domain.items("device")) {
            if (device.item("vfb") != null) {
                return device.text("vfb/vncpasswd");
            }
        }
        return domain.text("image/hvm/vncpasswd");
    }
}
