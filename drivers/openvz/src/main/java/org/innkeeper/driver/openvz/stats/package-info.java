/** Counters the kernel keeps of containers and of the host. */
package org.innkeeper.driver.openvz.stats;
