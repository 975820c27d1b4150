package org.innkeeper.driver.remote;

import org.innkeeper.core.error.ErrorInfo;
import org.innkeeper.driver.remote.protocol.Procedure;
import org.innkeeper.driver.remote.protocol.Values;
import org.innkeeper.driver.remote.wire.RpcListener;

/** For a connection that registers for no events and whose end its owner sees: for one stream, or for a check. */
final class IgnoredEvents implements RpcListener {
    private static final System.Logger LOG = System.getLogger(IgnoredEvents.class.getName());

    @Override
    public void event(Procedure procedure, Values values) {
        LOG.log(System.Logger.Level.DEBUG, "the event {0} was not asked for", procedure);
    }

    @Override
    public void closed(int reason, ErrorInfo info) {
        LOG.log(System.Logger.Level.DEBUG, "a connection without events ended: {0}", info.message());
    }
}
