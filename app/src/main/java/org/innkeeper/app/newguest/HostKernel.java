package org.innkeeper.app.newguest;

/**
 * A kernel among the host's files that a guest without firmware is begun with, in the place of a boot loader.
 *
 * @param path of the kernel
 * @param ramdisk the path of the initial RAM disk; empty for none
 * @param arguments the command line; empty for none
 */
record HostKernel(String path, String ramdisk, String arguments) {}
