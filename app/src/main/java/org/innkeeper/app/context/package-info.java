/** What every window gets: the one object that holds the parts of the program, and the way to other windows. */
package org.innkeeper.app.context;
