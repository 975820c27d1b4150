/** Marks the classes that a rule of the architecture does not hold for. */
package org.innkeeper.core.rule;
