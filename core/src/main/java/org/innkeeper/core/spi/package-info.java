/**
 * What a driver implements. Rules that hold for every method here, unless it says otherwise:
 *
 * <ul>
 *   <li>It may block, is safe for any thread and is never called on a user interface thread.
 *   <li>It honours its {@link org.innkeeper.core.spi.CallContext}: when that is cancelled or its deadline passes, the
 *       wait ends with {@link org.innkeeper.core.error.CallCancelledException}; what the host has begun may go on.
 *   <li>After {@link org.innkeeper.core.spi.DriverConnection#close()} it fails with
 *       {@link org.innkeeper.core.error.ConnectionClosedException}.
 *   <li>It fails with {@link org.innkeeper.core.error.InnkeeperException} only. An object that is not there is
 *       {@code NO_DOMAIN} (or the kind's own code), a state that does not fit {@code OPERATION_INVALID}, a flag or
 *       combination of flags it does not know {@code INVALID_ARG}: no flag is ever ignored.
 *   <li>Documents are XML text, references are values of {@code core.model}, flags are libvirt's bits.
 * </ul>
 *
 * The front end has already checked that the connection is open, that a read-only one is not asked to change anything,
 * and that arguments are not null; a driver need not repeat it.
 */
package org.innkeeper.core.spi;
