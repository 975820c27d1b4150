/**
 * Values: immutable, safe for any thread, without behaviour that could block. Memory is in KiB, capacities and byte
 * counters in bytes, times in nanoseconds, unless a name says otherwise.
 */
package org.innkeeper.core.model;
