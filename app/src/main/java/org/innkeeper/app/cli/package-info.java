/** The command line of the program. */
package org.innkeeper.app.cli;
