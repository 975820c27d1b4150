/** The OpenVZ host: its tools, its configuration files, its containers. */
package org.innkeeper.driver.openvz.host;
