package org.innkeeper.app.guest;

/**
 * A line of the list of pages.
 *
 * @param id of the page, or {@code device-} and its place in {@link DeviceList}
 * @param icon the code of its icon
 * @param line one line of what it is
 */
record PageItem(String id, String icon, String name, String line) {}
