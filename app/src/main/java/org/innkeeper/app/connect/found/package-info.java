/** Hosts that need not be typed in: found in the network, or saved by another program. */
package org.innkeeper.app.connect.found;
