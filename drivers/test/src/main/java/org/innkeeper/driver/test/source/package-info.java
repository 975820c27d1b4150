/** Where hosts in memory come from: the default host, the demo, a file, a farm of guests. */
package org.innkeeper.driver.test.source;
