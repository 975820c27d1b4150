/** Disk images: their formats, and the tool that makes and changes them. */
package org.innkeeper.driver.storage.image;
