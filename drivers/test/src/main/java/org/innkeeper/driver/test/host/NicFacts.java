package org.innkeeper.driver.test.host;

/**
 * What the driver needs to know of a network interface.
 *
 * @param mac its MAC address, lower case
 * @param network the virtual network it is in, or null
 * @param target its name on the host, or null where the driver chooses at start
 */
public record NicFacts(String mac, String network, String target) {}
