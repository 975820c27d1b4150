package org.innkeeper.driver.xen.config;

/** Whose configuration files are meant: the grammar is one, the settings are not. */
public enum ConfigFormat {
    /** xm, the tool of xend: {@code phy:/dev/x,hda,w}. */
    XM,
    /** xl, the tool since Xen 4.1: {@code format=raw,vdev=hda,access=rw,backendtype=phy,target=/dev/x}. */
    XL
}
