/** What takes a while and what went wrong: jobs and problems that are shown until somebody has seen them. */
package org.innkeeper.app.job;
