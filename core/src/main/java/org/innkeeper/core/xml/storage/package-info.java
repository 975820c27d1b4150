/** The definitions of storage pools and volumes: their documents, properties and rules. */
package org.innkeeper.core.xml.storage;
