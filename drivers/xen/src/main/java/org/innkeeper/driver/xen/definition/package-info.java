/** The definition of a guest as Xen's tools and libvirt's documents both say it. */
package org.innkeeper.driver.xen.definition;
