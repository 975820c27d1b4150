/** What the program remembers: where it keeps it, how it is stored safely, and typed views of it. */
package org.innkeeper.app.settings;
