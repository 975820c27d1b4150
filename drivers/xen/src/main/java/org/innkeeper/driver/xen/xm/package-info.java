/** The guests that only files know: before Xen 3.0.4, and today where there is no xend. */
package org.innkeeper.driver.xen.xm;
