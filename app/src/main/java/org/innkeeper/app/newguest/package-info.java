/** The dialog that makes a guest. */
package org.innkeeper.app.newguest;
