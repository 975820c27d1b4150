/** Files of saved guests: what belongs to them beside what Xen's tools write. */
package org.innkeeper.driver.xen.save;
