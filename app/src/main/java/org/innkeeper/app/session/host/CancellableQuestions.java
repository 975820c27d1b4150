package org.innkeeper.app.session.host;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.innkeeper.app.session.ForeignPrograms;
import org.innkeeper.app.session.HostQuestions;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.CredentialRequest;

/** The questions of one call: taken back when the call is cancelled. */
final class CancellableQuestions implements HostQuestions {
    private final HostQuestions questions;
    private final CallContext call;

    CancellableQuestions(HostQuestions questions, CallContext call) {
        this.questions = questions;
        this.call = call;
    }

    @Override
    public Optional<List<char[]>> ask(CredentialRequest request) {
        return interruptibly(() -> questions.ask(request));
    }

    @Override
    public boolean allow(String host, String uri, List<ForeignPrograms.Item> items) {
        return interruptibly(() -> questions.allow(host, uri, items));
    }

    /** The interruption is for the question alone: further on it would close channels of the driver. */
    private <T> T interruptibly(Supplier<T> question) {
        Waiting waiting = new Waiting(Thread.currentThread());
        Runnable forget = call.onCancel(waiting::interrupt);
        try {
            return question.get();
        } finally {
            forget.run();
            waiting.end();
        }
    }

    /** A thread that may be interrupted as long as it waits. */
    private static final class Waiting {
        private Thread thread;
        private boolean interrupted;

        Waiting(Thread thread) {
            this.thread = thread;
        }

        synchronized void interrupt() {
            if (thread != null) {
                interrupted = true;
                thread.interrupt();
            }
        }

        synchronized void end() {
            thread = null;
            if (interrupted) {
                Thread.interrupted();
            }
        }
    }
}
