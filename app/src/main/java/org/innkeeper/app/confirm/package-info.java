/** The question before something dangerous. */
package org.innkeeper.app.confirm;
