/** What Xen's tools have no place for, kept beside them in files of the driver's own. */
package org.innkeeper.driver.xen.companion;
