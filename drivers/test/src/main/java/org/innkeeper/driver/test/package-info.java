/** The driver of hosts in memory; begin at {@link org.innkeeper.driver.test.TestDriverProvider}. */
package org.innkeeper.driver.test;
