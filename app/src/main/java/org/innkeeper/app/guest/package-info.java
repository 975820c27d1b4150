/** The window of one guest: its details as forms, its performance as charts. */
package org.innkeeper.app.guest;
