/** Hosts that can be found without being told: those that advertise themselves, and those another program knows. */
package org.innkeeper.app.discovery;
