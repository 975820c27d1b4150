/**
 * The procedures of libvirt's protocol. {@code procedures.txt} declares each once, with the layout of its arguments and
 * results; client and daemon both read and write by it.
 */
package org.innkeeper.driver.remote.protocol;
