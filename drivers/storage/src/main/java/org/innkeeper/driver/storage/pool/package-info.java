/** Pools and their volumes: what is defined, what is active, what is in them. */
package org.innkeeper.driver.storage.pool;
