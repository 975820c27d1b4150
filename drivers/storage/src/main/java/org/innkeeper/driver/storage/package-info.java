/** How connections find the storage of this machine. */
package org.innkeeper.driver.storage;
