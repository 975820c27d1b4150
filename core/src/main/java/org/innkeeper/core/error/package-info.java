/** Errors with libvirt's numbers. The lowest package: it uses no other one of this module. */
package org.innkeeper.core.error;
