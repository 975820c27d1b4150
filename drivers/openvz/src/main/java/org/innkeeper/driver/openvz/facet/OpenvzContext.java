package org.innkeeper.driver.openvz.facet;

import org.innkeeper.core.spi.CallGate;
import org.innkeeper.driver.openvz.host.VzHost;
import org.innkeeper.driver.openvz.host.VzctlAbilities;

/**
 * What the facets of one connection share.
 *
 * @param abilities what the installed vzctl can do, asked once for each connection
 * @param changes is run after each change by this connection
 */
record OpenvzContext(VzHost host, CallGate gate, VzctlAbilities abilities, Runnable changes) {}
