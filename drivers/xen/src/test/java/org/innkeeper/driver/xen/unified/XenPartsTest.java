package org.innkeeper.driver.xen.unified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.ErrorOrigin;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.xen.part.DomainKey;
import org.innkeeper.driver.xen.part.DomainRecord;
import org.innkeeper.driver.xen.part.XenFunction;
import org.innkeeper.driver.xen.part.XenPart;
import org.junit.jupiter.api.Test;

class XenPartsTest {
    private static final UUID WEB = UUID.randomUUID();
    private static final DomainKey KEY = new DomainKey(3, WEB, "web");

    private final List<String> asked = new ArrayList<>();

    /** A part that says what it was asked. */
    private final class Recorder implements XenPart {
        private final String name;
        private final Set<XenFunction> functions = EnumSet.noneOf(XenFunction.class);
        private ErrorCode failure;
        private List<DomainRecord> active = List.of();
        private List<DomainRecord> stored = List.of();

        Recorder(String name, XenFunction... functions) {
            this.name = name;
            this.functions.addAll(List.of(functions));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<XenFunction> functions(CallContext context) {
            return functions;
        }

        @Override
        public String absence(CallContext context) {
            return functions.isEmpty() ? name + " is not there" : "";
        }

        @Override
        public void close() {
            asked.add(name + " close");
        }

        private void ask(String what) {
            asked.add(name + " " + what);
            if (failure != null) {
                throw new InnkeeperException(failure, ErrorOrigin.XEN, name + " fails");
            }
        }

        @Override
        public void pause(CallContext context, DomainKey domain) {
            ask("pause");
        }

        @Override
        public void setMemory(CallContext context, DomainKey domain, long memory) {
            ask("setMemory");
        }

        @Override
        public List<DomainRecord> activeDomains(CallContext context) {
            ask("active");
            return active;
        }

        @Override
        public List<DomainRecord> storedDomains(CallContext context) {
            ask("stored");
            return stored;
        }
    }

    private static CallContext call() {
        return CallContext.create();
    }

    @Test
    void theHypervisorIsAskedBeforeTheDaemonAndTheDaemonChangesMemory() {
        XenParts parts = new XenParts(List.of(
                new Recorder("xend", XenFunction.PAUSE, XenFunction.SET_MEMORY),
                new Recorder("xenstore", XenFunction.SET_MEMORY),
                new Recorder("hypercall", XenFunction.PAUSE)));

        parts.tell(call(), XenFunction.PAUSE, part -> part.pause(call(), KEY));
        parts.tell(call(), XenFunction.SET_MEMORY, part -> part.setMemory(call(), KEY, 1024));

        assertThat(asked).containsExactly("hypercall pause", "xend setMemory");
    }

    @Test
    void whichPartDidItIsLoggedAtDebugLevel() {
        Logger logger = Logger.getLogger(XenParts.class.getName());
        List<String> logged = new ArrayList<>();
        Handler handler = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                logged.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
            }
        };
        handler.setLevel(Level.FINE);
        logger.addHandler(handler);
        logger.setLevel(Level.FINE);
        try {
            Recorder hypercall = new Recorder("hypercall", XenFunction.PAUSE);
            hypercall.failure = ErrorCode.NO_CONNECT;
            XenParts parts = new XenParts(List.of(hypercall, new Recorder("xl", XenFunction.PAUSE)));

            parts.tell(call(), XenFunction.PAUSE, part -> part.pause(call(), KEY));
        } finally {
            logger.setLevel(null);
            logger.removeHandler(handler);
        }
        assertThat(logged).containsExactly("PAUSE: hypercall cannot be reached: hypercall fails", "PAUSE by xl");
    }

    @Test
    void whereOneCannotBeReachedTheNextIsAsked() {
        Recorder hypercall = new Recorder("hypercall", XenFunction.PAUSE);
        hypercall.failure = ErrorCode.NO_CONNECT;
        XenParts parts = new XenParts(List.of(hypercall, new Recorder("xl", XenFunction.PAUSE)));

        parts.tell(call(), XenFunction.PAUSE, part -> part.pause(call(), KEY));

        assertThat(asked).containsExactly("hypercall pause", "xl pause");
    }

    @Test
    void everyOtherFailureIsTheAnswer() {
        Recorder hypercall = new Recorder("hypercall", XenFunction.PAUSE);
        hypercall.failure = ErrorCode.XEN_CALL;
        XenParts parts = new XenParts(List.of(hypercall, new Recorder("xl", XenFunction.PAUSE)));

        assertThatThrownBy(() -> parts.tell(call(), XenFunction.PAUSE, part -> part.pause(call(), KEY)))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.XEN_CALL));
        assertThat(asked).containsExactly("hypercall pause");
    }

    @Test
    void whatNoPartCanDoIsNoSupport() {
        XenParts parts = new XenParts(List.of(new Recorder("xl")));

        assertThatThrownBy(() -> parts.tell(call(), XenFunction.RESET, part -> part.reset(call(), KEY)))
                .isInstanceOfSatisfying(
                        InnkeeperException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SUPPORT));
        assertThat(parts.absence(call(), "xen:///", "do").getMessage()).contains("xl is not there");
    }

    @Test
    void filesCountOnlyWhereXendKeepsNoDefinitions() {
        Recorder xend = new Recorder("xend", XenFunction.LIST_ACTIVE);
        Recorder files = new Recorder("xm", XenFunction.LIST_STORED, XenFunction.CONFIGURATION_FILE);
        XenParts parts = new XenParts(List.of(xend, files));
        assertThat(parts.can(call(), XenFunction.CONFIGURATION_FILE)).isTrue();

        xend.functions.add(XenFunction.LIST_STORED);

        assertThat(parts.can(call(), XenFunction.CONFIGURATION_FILE)).isFalse();
        assertThat(parts.functions(call())).containsExactlyInAnyOrder(XenFunction.LIST_ACTIVE, XenFunction.LIST_STORED);
    }

    @Test
    void namesAreAskedForOncePerRun() {
        Recorder hypercall = new Recorder("hypercall", XenFunction.LIST_ACTIVE);
        Recorder store = new Recorder("xenstore", XenFunction.LIST_ACTIVE);
        hypercall.active = List.of(DomainRecord.of(3).uuid(WEB).memory(64L).build());
        store.active =
                List.of(DomainRecord.of(3).uuid(WEB).name("web").hvm(false).build());
        Inventory inventory = new Inventory(new XenParts(List.of(store, hypercall)));

        DomainRecord first = inventory.all(call()).get(0);
        inventory.all(call());

        assertThat(first.name()).isEqualTo("web");
        assertThat(first.memory()).isEqualTo(64);
        assertThat(asked).containsExactly("hypercall active", "xenstore active", "hypercall active");
        inventory.forget();
        inventory.all(call());
        assertThat(asked).endsWith("hypercall active", "xenstore active");
    }

    @Test
    void aDomainThatRunsAndIsStoredIsOne() {
        Recorder xl = new Recorder("xl", XenFunction.LIST_ACTIVE);
        Recorder files = new Recorder("xm", XenFunction.LIST_STORED);
        UUID idle = UUID.randomUUID();
        xl.active = List.of(
                DomainRecord.of(3).uuid(WEB).name("web").hvm(false).build(),
                DomainRecord.of(4)
                        .uuid(UUID.randomUUID())
                        .name("passing")
                        .hvm(true)
                        .build());
        files.stored = List.of(
                DomainRecord.of(DomainRef.INACTIVE)
                        .uuid(WEB)
                        .name("web")
                        .stored(true)
                        .build(),
                DomainRecord.of(DomainRef.INACTIVE)
                        .uuid(idle)
                        .name("idle")
                        .stored(true)
                        .build());

        List<DomainRecord> all = new Inventory(new XenParts(List.of(xl, files))).all(call());

        assertThat(all).extracting(DomainRecord::name).containsExactly("web", "passing", "idle");
        assertThat(all).extracting(DomainRecord::stored).containsExactly(true, false, true);
    }
}
