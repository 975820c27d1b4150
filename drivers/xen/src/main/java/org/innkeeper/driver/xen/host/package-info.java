/** What a Xen host is able to do. */
package org.innkeeper.driver.xen.host;
