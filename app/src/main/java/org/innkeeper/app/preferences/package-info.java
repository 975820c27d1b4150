/** The dialog of the preferences. */
package org.innkeeper.app.preferences;
