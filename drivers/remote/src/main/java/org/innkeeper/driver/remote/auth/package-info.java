/** How a daemon is told who we are: nothing at all, polkit, or SASL. */
package org.innkeeper.driver.remote.auth;
