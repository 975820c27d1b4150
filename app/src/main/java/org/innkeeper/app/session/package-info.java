/**
 * What the program knows of its hosts and guests, as immutable values, and what it can ask of them. Nothing here knows
 * JavaFX, blocks its caller or may be changed by it; every operation answers by a completion stage.
 */
package org.innkeeper.app.session;
