import java.util.EnumSet;
import java.util.Set;
import org.innkeeper.core.api.Connection;
import org.innkeeper.core.api.Domain;
import org.innkeeper.core.api.Innkeeper;
import org.innkeeper.core.api.flag.DomainFilter;
import org.innkeeper.core.spi.AuthenticationCallback;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.OpenOptions;

/**
 * Starts real QEMU guests that do nothing but run their firmware, or ends them all: {@code java RealGuests.java DIRECTORY
 * start COUNT} or {@code DIRECTORY stop}. The directory holds the state and a disk for each guest.
 */
public final class RealGuests {
    private static final String DEFINITION =
            """
            <domain type='qemu'>
              <name>real-%1$d</name>
              <memory unit='MiB'>64</memory>
              <vcpu>1</vcpu>
              <os><type>hvm</type></os>
              <devices>
                <disk type='file' device='disk'>
                  <driver name='qemu' type='raw'/>
                  <source file='%2$s/disk-%1$d.img'/>
                  <target dev='vda' bus='virtio'/>
                </disk>
                <interface type='user'><model type='virtio'/></interface>
                <graphics type='vnc'/>
                <memballoon model='virtio'/>
              </devices>
            </domain>
            """;

    private RealGuests() {}

    public static void main(String[] arguments) {
        String directory = arguments[0];
        CallContext context = CallContext.create();
        try (Connection connection = Innkeeper.load()
                .open("qemu:///embed?root=" + directory, OpenOptions.readWrite(), AuthenticationCallback.NOBODY, context)) {
            if (arguments[1].equals("start")) {
                for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                    connection.domains().define(context, DEFINITION.formatted(i, directory), Set.of()).start(context, Set.of());
                }
            } else {
                for (Domain domain : connection.domains().list(context, EnumSet.of(DomainFilter.ACTIVE))) {
                    domain.destroy(context, Set.of());
                }
            }
        }
    }
}
