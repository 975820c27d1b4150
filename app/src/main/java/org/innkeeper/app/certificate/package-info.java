/** Certificates for people: what a host shows, what this machine trusts, and where that is looked for. */
package org.innkeeper.app.certificate;
