/** Connection URIs: what is typed, stored and given to drivers. */
package org.innkeeper.core.uri;
