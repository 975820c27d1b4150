package org.innkeeper.driver.openvz.facet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.innkeeper.core.error.ErrorCode;
import org.innkeeper.core.error.InnkeeperException;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.driver.openvz.definition.ContainerSpec;
import org.innkeeper.driver.openvz.definition.Names;
import org.innkeeper.driver.openvz.definition.SettingChanges;
import org.innkeeper.driver.openvz.definition.SpecReader;
import org.innkeeper.driver.openvz.host.Container;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.innkeeper.driver.openvz.host.VzErrors;
import org.innkeeper.driver.openvz.host.VzHost;
import org.innkeeper.driver.openvz.stats.HostFacts;

/** Makes containers from documents, and changes them to what a document says. */
final class Definer {
    private static final String OPERATION = "Defining a container";

    private static final Duration REMOVAL = Duration.ofSeconds(30);

    private final VzHost host;
    private final HostFacts facts;

    Definer(VzHost host) {
        this.host = host;
        facts = new HostFacts(host.paths().proc());
    }

    /** @return the UUID of the container */
    UUID define(CallContext context, String xml) {
        ContainerSpec spec = SpecReader.read(xml);
        Intake intake = host.create(context, OPERATION, () -> {
            Optional<Container> existing = existing(spec, host.all(context));
            return new Intake(existing, existing.map(Container::uuid).orElseGet(() -> create(context, spec)));
        });
        // An existing one is changed after the lock on making others is let go, since that may take long.
        intake.existing().ifPresent(container -> {
            checkTemplate(spec, container);
            host.change(context, container.veid(), OPERATION, () -> {
                apply(context, container.veid(), spec);
                return null;
            });
        });
        return intake.uuid();
    }

    /** A container that was there already, or the UUID of one that was made. */
    private record Intake(Optional<Container> existing, UUID uuid) {}

    /** The container a document is about; empty where it is a new one. */
    private static Optional<Container> existing(ContainerSpec spec, List<Container> all) {
        Optional<Container> sameUuid = spec.uuid().flatMap(uuid -> all.stream()
                .filter(container -> container.uuid().equals(uuid))
                .findFirst());
        if (sameUuid.isPresent() && !sameUuid.get().name().equals(spec.name())) {
            throw taken("The UUID " + spec.uuid().get() + " belongs to container '"
                    + sameUuid.get().name() + "'");
        }
        if (sameUuid.isEmpty() && all.stream().anyMatch(other -> other.name().equals(spec.name()))) {
            throw taken("There is a container '" + spec.name() + "' with another UUID");
        }
        return sameUuid;
    }

    private static InnkeeperException taken(String problem) {
        return VzErrors.of(ErrorCode.DOM_EXIST, problem, "Choose another name and leave the UUID out");
    }

    private UUID create(CallContext context, ContainerSpec spec) {
        String template = spec.template()
                .or(host.files().host()::usualTemplate)
                .orElseThrow(() -> VzErrors.of(
                        ErrorCode.CONFIG_UNSUPPORTED,
                        "The definition of '" + spec.name() + "' names no template to create it from",
                        "Add <filesystem type='template'><source name='TEMPLATE'/><target dir='/'/></filesystem>"));
        UUID uuid = spec.uuid().orElseGet(UUID::randomUUID);
        int veid = veid(spec.name());
        host.change(context, veid, OPERATION, () -> {
            host.vzctl().create(context, veid, template, spec.profile().orElse(null));
            try {
                host.files().edit(veid, config -> config.withUuid(uuid));
                if (!Names.isNumber(spec.name())) {
                    host.vzctl().set(context, veid, List.of("--name", spec.name()));
                }
                apply(context, veid, spec);
            } catch (InnkeeperException e) {
                removeHalfMade(veid, e);
                throw e;
            }
            return null;
        });
        return uuid;
    }

    /** What could not become what it was asked to be is taken away again, even when the caller waits no more. */
    private void removeHalfMade(int veid, InnkeeperException problem) {
        try {
            host.vzctl().destroy(CallContext.within(REMOVAL), veid);
        } catch (InnkeeperException e) {
            problem.addSuppressed(e);
        }
    }

    /** The number that is the name, as libvirt wants it; the lowest free one for other names. */
    private int veid(String name) {
        if (!Names.isNumber(name)) {
            return host.freeId();
        }
        if (!name.matches("[1-9][0-9]{2,9}")
                || Long.parseLong(name) < VzHost.FIRST_ID
                || Long.parseLong(name) > VzHost.LAST_ID) {
            throw VzErrors.of(
                    ErrorCode.INVALID_ARG,
                    "A container cannot have the number " + name,
                    "Use one from " + VzHost.FIRST_ID + " to " + VzHost.LAST_ID + ", or a name that is no number");
        }
        int veid = Integer.parseInt(name);
        if (host.files().exists(veid)) {
            throw taken("There is a container with the number " + name);
        }
        return veid;
    }

    private static void checkTemplate(ContainerSpec spec, Container container) {
        Optional<String> template = container.config().value("OSTEMPLATE");
        if (spec.template().isPresent() && template.isPresent() && !template.equals(spec.template())) {
            throw VzErrors.of(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "Container '" + container.name() + "' was made from the template " + template.get()
                            + " and cannot become one of " + spec.template().get(),
                    "Create another container from that template");
        }
    }

    private void apply(CallContext context, int veid, ContainerSpec spec) {
        SettingChanges changes = new SettingChanges(spec, config(veid), facts.cpus());
        set(context, veid, changes.removals());
        set(context, veid, changes.additions());
        host.files().edit(veid, changes::withRest);
    }

    private ContainerConfig config(int veid) {
        return host.files().read(veid).orElseThrow(() -> VzErrors.noDomain("with the number " + veid));
    }

    private void set(CallContext context, int veid, List<String> parameters) {
        if (!parameters.isEmpty()) {
            host.vzctl().set(context, veid, parameters);
        }
    }
}
