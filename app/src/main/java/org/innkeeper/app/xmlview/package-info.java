/** The editor for XML, around RichTextFX: the only package that knows that library. */
package org.innkeeper.app.xmlview;
