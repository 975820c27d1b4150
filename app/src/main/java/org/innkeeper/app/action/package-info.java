/** What a user can do: one list behind menus, toolbars, context menus, the palette and shortcuts. */
package org.innkeeper.app.action;
