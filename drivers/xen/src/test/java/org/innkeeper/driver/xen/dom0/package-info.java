/** What is held against a true Xen: these run inside its Domain-0 only, started by {@code installer/test-xen-dom0}. */
package org.innkeeper.driver.xen.dom0;
