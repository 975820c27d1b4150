package org.innkeeper.driver.qemu.lifecycle;

import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.qmp.QmpClient;

/** Tells QEMU the password of the screen, over the monitor: a command line could be read by everybody. */
final class PasswordSetter {
    private PasswordSetter() {}

    static void set(CallContext context, Definition live, QmpClient monitor) {
        for (XmlElement graphics : live.devices("graphics")) {
            String password = graphics.attribute("passwd");
            if ("vnc".equals(graphics.attribute("type")) && password != null) {
                monitor.execute(
                        context,
                        "set_password",
                        QmpClient.object().put("protocol", "vnc").put("password", password));
            }
        }
    }
}
