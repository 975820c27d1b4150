/** What a host and its hypervisors can do: documents that are only read, bound to records. */
package org.innkeeper.core.xml.capabilities;
