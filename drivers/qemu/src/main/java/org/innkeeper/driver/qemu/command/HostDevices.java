package org.innkeeper.driver.qemu.command;

import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.qemu.definition.Nodes;

/** USB devices of the host that the guest takes over. */
final class HostDevices implements CommandSection {
    @Override
    public void write(GuestContext guest) {
        guest.definition().devices("hostdev").forEach(each -> write(guest, each));
    }

    private static void write(GuestContext guest, XmlElement device) {
        if (!Nodes.text(device, "@mode", "subsystem").equals("subsystem") || !Nodes.is(device, "@type", "usb")) {
            throw Unsupported.because(
                    device,
                    "of the host's devices only those on USB can be given to guests yet",
                    "Remove the device, or use one of type='usb'.");
        }
        Props props = Props.of("driver", "usb-host");
        XmlElement address = Nodes.child(device, "source/address");
        if (address != null) {
            props.put(
                    "hostdevice",
                    String.format(
                            "/dev/bus/usb/%03d/%03d",
                            Nodes.number(address, "@bus", 0), Nodes.number(address, "@device", 0)));
        } else {
            props.put("vendorid", Nodes.number(device, "source/vendor@id", 0));
            props.put("productid", Nodes.number(device, "source/product@id", 0));
        }
        BusAddress.usb(guest, device, props.put("id", guest.alias(device)));
        guest.device(props.putIfSet("bootindex", guest.bootIndex(device)));
    }
}
