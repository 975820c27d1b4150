/** The pages of a guest's forms: one small class each. */
package org.innkeeper.app.form.page;
