/** The description of a device of a host. */
package org.innkeeper.core.xml.nodedevice;
