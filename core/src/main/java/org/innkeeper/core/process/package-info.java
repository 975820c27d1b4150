/** Running tools of the host. */
package org.innkeeper.core.process;
