/** From counters to rates: what a tick of polling tells, kept in primitive rings that the screen reads without locks. */
package org.innkeeper.app.session.sample;
