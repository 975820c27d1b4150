/** The definition of a virtual network: its document, properties and rules. */
package org.innkeeper.core.xml.network;
