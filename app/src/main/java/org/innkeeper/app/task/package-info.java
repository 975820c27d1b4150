/** The way onto the FX thread, and the bridge that turns snapshots into properties. Nobody else touches the toolkit's. */
package org.innkeeper.app.task;
