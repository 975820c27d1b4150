package org.innkeeper.driver.qemu.lifecycle;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.innkeeper.core.event.ConnectionEvent;
import org.innkeeper.core.event.DomainLifecycleType;
import org.innkeeper.core.spi.CallContext;

/** What can be done to the definition of a guest. */
public final class GuestDefinitions {
    /** By libvirt's numbers of the events. */
    private static final List<String> LIFECYCLE_ELEMENTS = List.of("on_poweroff", "on_reboot", "on_crash");

    private final HostTools tools;
    private final GuestStarter starter;
    private final DefinitionIntake intake;

    GuestDefinitions(HostTools tools, GuestStarter starter) {
        this.tools = tools;
        this.starter = starter;
        this.intake = new DefinitionIntake(tools);
    }

    /** Stores a definition, a new one or in the place of the one with the same UUID. */
    public Guest define(CallContext context, String xml) {
        Definition definition = intake.read(context, xml);
        GuestRegistry guests = tools.guests();
        Guest guest;
        boolean added;
        synchronized (guests) {
            guests.requireFree(definition.uuid(), definition.name());
            Guest present = guests.byUuid(definition.uuid()).orElse(null);
            tools.definitions().save(definition.uuid(), definition.document());
            added = present == null || !present.view().persistent();
            guest = present == null ? newGuest(definition, true) : present;
            guest.update(view -> view.withStored(definition));
            guests.add(guest);
        }
        tools.events()
                .lifecycle(
                        guest,
                        DomainLifecycleType.DEFINED,
                        added ? StateReason.DEFINED_ADDED : StateReason.DEFINED_UPDATED);
        return guest;
    }

    /** Starts a guest that is not stored and is gone when it ends. A stored one that is inactive is started with it. */
    public Guest createTransient(CallContext context, String xml, boolean paused) {
        Definition definition = intake.read(context, xml);
        return startNew(context, definition, guest -> starter.start(context, guest, paused, definition));
    }

    /** Starts the guest of a saved file, which is transient unless it is defined. */
    public Guest restore(CallContext context, GuestSaves saves, String xml, Path file, boolean paused) {
        Definition definition = intake.read(context, xml);
        return startNew(context, definition, guest -> saves.restore(context, guest, definition, file, paused));
    }

    private Guest startNew(CallContext context, Definition definition, Consumer<Guest> start) {
        GuestRegistry guests = tools.guests();
        Guest guest;
        boolean added;
        synchronized (guests) {
            guests.requireFree(definition.uuid(), definition.name());
            Guest present = guests.byUuid(definition.uuid()).orElse(null);
            if (present != null && present.view().isActive()) {
                throw GuestErrors.wrongState(present, "is already active");
            }
            added = present == null;
            guest = added ? newGuest(definition, false) : present;
            guests.add(guest);
        }
        try {
            guest.exclusively(context, "starting", () -> {
                start.accept(guest);
                return null;
            });
            return guest;
        } catch (RuntimeException e) {
            if (added) {
                guests.remove(guest);
            }
            throw e;
        }
    }

    private static Guest newGuest(Definition definition, boolean persistent) {
        return new Guest(
                new GuestView(definition.uuid(), definition, persistent, false, StateReason.OFF_UNKNOWN, null, false));
    }

    /** Removes the definition; an active guest goes on as a transient one. */
    public void undefine(CallContext context, Guest guest) {
        guest.exclusively(context, "undefining", () -> {
            requirePersistent(guest);
            tools.definitions().remove(guest.uuid());
            GuestView view = guest.update(GuestView::asTransient);
            if (!view.isActive()) {
                tools.guests().remove(guest);
            }
            tools.events().lifecycle(guest, DomainLifecycleType.UNDEFINED, StateReason.UNDEFINED_REMOVED);
            return null;
        });
    }

    public void setAutostart(CallContext context, Guest guest, boolean autostart) {
        guest.exclusively(context, "setting autostart of", () -> {
            requirePersistent(guest);
            tools.definitions().setAutostart(guest.uuid(), autostart);
            guest.update(view -> view.withAutostart(autostart));
            return null;
        });
    }

    /** Gives an inactive guest another name. */
    public void rename(CallContext context, Guest guest, String newName) {
        guest.exclusively(context, "renaming", () -> {
            requirePersistent(guest);
            if (guest.view().isActive()) {
                throw GuestErrors.wrongState(guest, "cannot be renamed while it is active");
            }
            DefinitionIntake.requireName(newName);
            synchronized (tools.guests()) {
                if (tools.guests().byName(newName).isPresent()) {
                    throw GuestRegistry.taken("domain with name '" + newName + "' already exists", newName, null);
                }
                ConnectionEvent.DomainLifecycle gone = new ConnectionEvent.DomainLifecycle(
                        guest.view().ref(), DomainLifecycleType.UNDEFINED, StateReason.UNDEFINED_RENAMED);
                store(guest, definition -> definition.setText("name", newName));
                tools.events().publish(gone);
            }
            tools.events().lifecycle(guest, DomainLifecycleType.DEFINED, StateReason.DEFINED_RENAMED);
            return null;
        });
    }

    /** Changes the stored definition. The caller holds the job lock. */
    void store(Guest guest, Consumer<Definition> change) {
        Definition changed = guest.view().stored().copy();
        change.accept(changed);
        tools.definitions().save(guest.uuid(), changed.document());
        guest.update(view -> view.withDefinition(changed));
    }

    /** Changes the definition of the run. The caller holds the job lock. */
    void changeLive(Guest guest, Consumer<Definition> change) {
        ActiveRun run = guest.requireRun();
        Definition changed = run.live().copy();
        change.accept(changed);
        run.setLive(changed);
        starter.save(guest, run);
    }

    /**
     * Changes what the flags say.
     *
     * @param change is done to a copy of the stored and of the live definition
     * @param toQemu is done to a guest that is running, or null where QEMU need not know
     */
    public void change(
            CallContext context,
            Guest guest,
            Affected affected,
            Consumer<Definition> change,
            Consumer<ActiveRun> toQemu) {
        guest.exclusively(context, "changing", () -> {
            Affected resolved = affected.resolve(guest);
            if (resolved.live()) {
                if (toQemu != null) {
                    toQemu.accept(guest.requireRun());
                }
                changeLive(guest, change);
            }
            if (resolved.stored()) {
                requirePersistent(guest);
                store(guest, change);
            }
            return null;
        });
    }

    /** Sets what happens on an event of the guest; numbers are libvirt's. */
    public void setLifecycleAction(CallContext context, Guest guest, Affected affected, int event, int action) {
        LifecycleAction chosen = LifecycleAction.ofNumber(action)
                .orElseThrow(() -> GuestErrors.invalidArgument("there is no lifecycle action " + action));
        if (event < 0 || event >= LIFECYCLE_ELEMENTS.size()) {
            throw GuestErrors.invalidArgument("there is no lifecycle event " + event);
        }
        String element = LIFECYCLE_ELEMENTS.get(event);
        if (chosen.dumps() && !element.equals("on_crash")) {
            throw GuestErrors.invalidArgument("<" + element + "> cannot be '" + chosen.text() + "'");
        }
        Consumer<Definition> edit = definition -> definition.setText(element, chosen.text());
        change(context, guest, affected, edit, run -> {
            Definition changed = run.live().copy();
            edit.accept(changed);
            run.requireMonitor(context, guest)
                    .execute(context, "set-action", LifecyclePolicy.of(changed).setAction());
        });
    }

    /** Sets title, description or an element of another program. */
    public void setMetadata(
            CallContext context, Guest guest, Affected affected, int type, Consumer<Definition> change) {
        change(context, guest, affected, change, null);
        tools.events()
                .publish(new ConnectionEvent.DomainOther(
                        guest.view().ref(), ConnectionEvent.DomainOther.METADATA_CHANGE, Map.of("type", type)));
    }

    static void requirePersistent(Guest guest) {
        if (!guest.view().persistent()) {
            throw GuestErrors.wrongState(guest, "is transient");
        }
    }
}
