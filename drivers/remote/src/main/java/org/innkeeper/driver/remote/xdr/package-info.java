/** External data representation (RFC 4506), with every length checked before anything is allocated. */
package org.innkeeper.driver.remote.xdr;
