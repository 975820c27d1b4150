/** Files that survive a crash. */
package org.innkeeper.app.file;
