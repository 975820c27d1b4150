/** One program per state directory: a second start hands its command line to the first and ends. */
package org.innkeeper.app.instance;
