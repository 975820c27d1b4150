package org.innkeeper.driver.remote.wire;

import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.Values;

/** Is told what comes without being asked for, on the thread that reads: it must neither block nor call. */
public interface RpcListener {
    void event(Procedure procedure, Values values);

    /**
     * The connection ended; called once.
     *
     * @param reason libvirt's {@code virConnectCloseReason}: 0 error, 1 end of file, 2 keepalive, 3 closed by us
     */
    void closed(int reason, ErrorInfo info);
}
