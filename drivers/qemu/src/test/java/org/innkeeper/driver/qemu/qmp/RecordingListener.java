package org.innkeeper.driver.qemu.qmp;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told. */
public final class RecordingListener implements QmpListener {
    public final List<QmpEvent> events = new CopyOnWriteArrayList<>();
    public final List<String> closed = new CopyOnWriteArrayList<>();

    @Override
    public void event(QmpEvent event) {
        events.add(event);
    }

    @Override
    public void closed(String reason) {
        closed.add(reason);
    }
}
