package org.innkeeper.core.spi;

/** A group of functions a driver may have; see the package for the rules that hold for all of them. */
public interface Facet {}
