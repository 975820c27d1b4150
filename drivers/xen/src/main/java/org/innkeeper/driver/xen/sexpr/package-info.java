/** The s-expressions that xend speaks, and definitions written in them. */
package org.innkeeper.driver.xen.sexpr;
