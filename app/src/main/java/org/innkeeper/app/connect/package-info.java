/** The dialog that adds a connection to a host. */
package org.innkeeper.app.connect;
