/** The dialog that finds out, step by step, why a host can or cannot be connected to. */
package org.innkeeper.app.connect.check;
