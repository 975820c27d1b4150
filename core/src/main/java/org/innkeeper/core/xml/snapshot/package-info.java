/** The definition of a snapshot: its document, properties and rules. */
package org.innkeeper.core.xml.snapshot;
