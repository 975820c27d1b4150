package org.innkeeper.driver.remote;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.model.InterfaceAddress;
import org.innkeeper.core.model.Screenshot;
import org.innkeeper.core.spi.ByteStream;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.ConsoleFacet;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.RpcStream;

/** Consoles, screen and keyboard over the wire. */
final class RemoteConsoles implements ConsoleFacet {
    private final FarSide far;

    RemoteConsoles(FarSide far) {
        this.far = far;
    }

    @Override
    public ByteStream openConsole(CallContext context, DomainRef domain, String device, long flags) {
        return far.stream(context, "DOMAIN_OPEN_CONSOLE", domain, device, flags);
    }

    @Override
    public Screenshot screenshot(CallContext context, DomainRef domain, int screen) {
        try (RpcStream stream = far.streamWithResults(context, "DOMAIN_SCREENSHOT", domain, screen, 0)) {
            byte[] picture = readAll(context, stream);
            stream.finish();
            String type = stream.results().text("mime");
            return new Screenshot(type == null ? "application/octet-stream" : type, picture);
        }
    }

    @Override
    public void sendKey(CallContext context, DomainRef domain, int codeSet, int holdTime, List<Integer> keyCodes) {
        far.call(context, "DOMAIN_SEND_KEY", domain, codeSet, holdTime, keyCodes, 0);
    }

    @Override
    public void injectNmi(CallContext context, DomainRef domain) {
        far.call(context, "DOMAIN_INJECT_NMI", domain, 0);
    }

    @Override
    public List<InterfaceAddress> interfaceAddresses(CallContext context, DomainRef domain, int source) {
        List<InterfaceAddress> interfaces = new ArrayList<>();
        for (Values value :
                far.list(Values.class, "ifaces", context, "DOMAIN_INTERFACE_ADDRESSES", domain, source, 0)) {
            List<String> addresses = new ArrayList<>();
            for (Values address : value.list("addrs", Values.class)) {
                addresses.add(address.text("addr") + "/" + address.number("prefix"));
            }
            interfaces.add(new InterfaceAddress(value.text("name"), value.text("hwaddr"), addresses));
        }
        return interfaces;
    }

    private static final int PICTURE_MAX = 64 * 1024 * 1024;

    private static byte[] readAll(CallContext context, ByteStream stream) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        for (int count = stream.read(buffer, 0, buffer.length);
                count >= 0;
                count = stream.read(buffer, 0, buffer.length)) {
            context.check("Taking a screenshot");
            if (bytes.size() + count > PICTURE_MAX) {
                throw new InnkeeperException(
                        ErrorCode.OVERFLOW, ErrorOrigin.REMOTE, "the screenshot is larger than 64 MiB");
            }
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }
}
