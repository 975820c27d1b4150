/** Charts over time, painted on a canvas from plain arrays. */
package org.innkeeper.app.chart;
