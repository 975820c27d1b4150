/** ssh to the machine of a daemon, and the ways from there to its socket. */
package org.innkeeper.driver.remote.ssh;
