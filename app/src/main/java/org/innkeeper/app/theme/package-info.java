/** How windows look: the style sheets, light or dark, and the colours of what is painted on a canvas. */
package org.innkeeper.app.theme;
