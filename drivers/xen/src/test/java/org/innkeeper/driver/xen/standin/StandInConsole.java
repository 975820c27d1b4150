package org.innkeeper.driver.xen.standin;

import java.util.concurrent.locks.LockSupport;

/** The console of a guest that shows what is typed. */
final class StandInConsole implements AutoCloseable {
    private static final long PAUSE = 5_000_000;

    private final TerminalMaster terminal = new TerminalMaster();
    private final Thread echo = new Thread(this::echo, "console of a stand-in guest");
    private volatile boolean closed;

    StandInConsole() {
        echo.setDaemon(true);
        echo.start();
    }

    String path() {
        return terminal.path();
    }

    private void echo() {
        while (!closed) {
            String typed = terminal.read();
            if (typed.isEmpty()) {
                LockSupport.parkNanos(PAUSE);
            } else {
                terminal.write(typed);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            echo.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        terminal.close();
    }
}
