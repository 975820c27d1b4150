/**
 * The definition of a domain: its document, the properties of each of its parts, and the rules it must keep.
 */
package org.innkeeper.core.xml.domain;
