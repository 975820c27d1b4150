/**
 * The API: connections to hosts, and objects for what is on them. Every method checks that the connection is open, that a
 * read-only one is not asked to change anything, the arguments, and that the driver has the function; then it calls the
 * driver and gives errors to the handlers. Objects are thin and safe for any thread; methods that take a
 * {@link org.innkeeper.core.spi.CallContext} may block. They fail with
 * {@link org.innkeeper.core.error.InnkeeperException} only:
 *
 * <ul>
 *   <li>{@link org.innkeeper.core.error.ConnectionClosedException} once the connection is closed, also for calls that wait
 *       at that moment,
 *   <li>{@code OPERATION_DENIED} for what a read-only connection may not do,
 *   <li>{@code INVALID_ARG} for an argument that is null or out of its range,
 *   <li>{@code NO_SUPPORT} where the driver lacks the function, naming both,
 *   <li>the driver's own errors; whatever else it throws is {@code INTERNAL_ERROR} with the cause.
 * </ul>
 */
package org.innkeeper.core.api;
