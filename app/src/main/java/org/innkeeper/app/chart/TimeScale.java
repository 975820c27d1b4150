package org.innkeeper.app.chart;

/**
 * When samples were taken, and which of it is shown. The array is shared, not copied.
 *
 * @param times milliseconds, oldest first
 * @param count how many there are
 * @param now the right edge, milliseconds
 * @param span from the left to the right edge, milliseconds
 * @param gap a longer time than this between two samples is a gap, milliseconds
 */
record TimeScale(long[] times, int count, long now, long span, long gap) {}
