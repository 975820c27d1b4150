/** Small controls that several windows use. */
package org.innkeeper.app.control;
