/** What tests take a host in memory by: its clock, and what its guests do of their own. */
package org.innkeeper.driver.test.hook;
