/** A host in memory: its node, domains, networks, storage, devices, secrets and events. */
package org.innkeeper.driver.test.host;
