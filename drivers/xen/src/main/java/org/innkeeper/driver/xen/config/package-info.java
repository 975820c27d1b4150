/** The configuration files of xm and of xl, and definitions written in them. */
package org.innkeeper.driver.xen.config;
