/** The wire to xend: s-expressions over HTTP. */
package org.innkeeper.driver.xen.xend;
