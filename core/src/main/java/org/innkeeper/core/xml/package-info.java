/**
 * Documents: libvirt's XML, edited in place. A document and its elements are for one thread at a time.
 */
package org.innkeeper.core.xml;
