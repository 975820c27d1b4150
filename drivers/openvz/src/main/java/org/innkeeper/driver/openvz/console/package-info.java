/** Text consoles of containers. */
package org.innkeeper.driver.openvz.console;
