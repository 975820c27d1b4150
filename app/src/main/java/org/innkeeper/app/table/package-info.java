/**
 * The table of guests: one canvas for all visible rows, an own selection of keys, and an order that is computed away
 * from the FX thread. It holds ten thousand guests without a pause that can be felt.
 */
package org.innkeeper.app.table;
