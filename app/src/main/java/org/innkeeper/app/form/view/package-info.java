/** Shows forms: a control for each kind of field, the changes in words, the definition as text. */
package org.innkeeper.app.form.view;
