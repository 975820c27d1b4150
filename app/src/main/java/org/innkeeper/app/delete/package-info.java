/** The dialog that deletes guests. */
package org.innkeeper.app.delete;
