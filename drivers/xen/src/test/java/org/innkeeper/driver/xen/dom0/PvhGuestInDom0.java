package org.innkeeper.driver.xen.dom0;

/** The life of a guest that is paravirtualised inside the processor's virtual machine. */
class PvhGuestInDom0 extends GuestInDom0 {
    PvhGuestInDom0() {
        super("xenpvh", "dom0-pvh");
    }
}
