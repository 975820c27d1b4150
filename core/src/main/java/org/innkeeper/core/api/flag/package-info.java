/** The flags of the API, one enum per function or group of functions, with libvirt's bits. */
package org.innkeeper.core.api.flag;
