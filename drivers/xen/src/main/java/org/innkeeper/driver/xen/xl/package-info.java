/** Xen's own tool {@code xl}: guests of hosts without xend are managed through it. */
package org.innkeeper.driver.xen.xl;
