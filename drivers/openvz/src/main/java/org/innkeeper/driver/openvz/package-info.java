/** The provider of the OpenVZ driver. */
package org.innkeeper.driver.openvz;
