/** The texts of the screen. */
package org.innkeeper.app.i18n;
