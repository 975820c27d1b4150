package org.innkeeper.driver.xen.dom0;

/** The life of a paravirtualised guest. */
class PvGuestInDom0 extends GuestInDom0 {
    PvGuestInDom0() {
        super("linux", "dom0-pv");
    }
}
