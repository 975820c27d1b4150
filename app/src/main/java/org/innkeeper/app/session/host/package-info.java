/** Sessions over the API of core: lanes, polling, events, reconnecting, and the work behind what a user asks for. */
package org.innkeeper.app.session.host;
