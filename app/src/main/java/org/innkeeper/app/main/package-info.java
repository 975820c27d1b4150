/** The main window: hosts at the left, the guests in the middle, what is selected at the right. */
package org.innkeeper.app.main;
