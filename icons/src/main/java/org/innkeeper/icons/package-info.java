/** Icons as resources: pictures of the program's icon, outlines of the marks. */
package org.innkeeper.icons;
