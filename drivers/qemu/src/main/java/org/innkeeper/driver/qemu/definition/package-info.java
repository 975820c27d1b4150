/**
 * A domain's definition made complete before it is run: implied devices added, every device given its address and its
 * alias, as libvirt does it, so that a guest keeps its hardware from one run to the next.
 */
package org.innkeeper.driver.qemu.definition;
