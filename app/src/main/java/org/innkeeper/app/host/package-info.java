/** The window of one host. */
package org.innkeeper.app.host;
