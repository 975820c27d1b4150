/** What the program is. */
package org.innkeeper.app.about;
