/**
 * Configuration files of the form {@code setting = value}, as libvirt's {@code libvirtd.conf}, {@code qemu.conf} and
 * {@code libvirt.conf} and Xen's domain files have it, those with hexadecimal numbers and comments in lists too. Reading and editing keep comments, blank lines and the way
 * values are written.
 */
package org.innkeeper.core.config;
