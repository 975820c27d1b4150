/** The dialog that tells about an error. */
package org.innkeeper.app.problem;
