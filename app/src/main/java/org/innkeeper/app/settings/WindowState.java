package org.innkeeper.app.settings;

/**
 * Where a window was.
 *
 * @param x left edge on the screen
 * @param y upper edge on the screen
 * @param width of its outside
 * @param height of its outside
 * @param maximized whether it filled the screen; the rest is then what it goes back to
 */
public record WindowState(double x, double y, double width, double height, boolean maximized) {}
