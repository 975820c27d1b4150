/** The front: which part is asked for what, and one list of domains made of what the parts know. */
package org.innkeeper.driver.xen.unified;
