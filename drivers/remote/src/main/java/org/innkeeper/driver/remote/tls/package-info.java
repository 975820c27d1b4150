/** TLS to a daemon: where certificates lie, how they are read, and what is checked of the host's. */
package org.innkeeper.driver.remote.tls;
