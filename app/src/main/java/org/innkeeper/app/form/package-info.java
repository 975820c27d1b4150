/**
 * Forms over a guest's definition, declared: a page has sections, a section fields, a field one value of the definition.
 * What is shown and what is applied follows from the declaration. Holds no JavaFX; {@code form.view} shows it.
 */
package org.innkeeper.app.form;
