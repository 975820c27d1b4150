package org.innkeeper.core.model;

/** The security label of a domain: libvirt's {@code virSecurityLabel}. */
public record SecurityLabel(String label, boolean enforcing) {}
