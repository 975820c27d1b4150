/** The questions of hosts: names, passwords, and whether a host is to be trusted. */
package org.innkeeper.app.auth;
