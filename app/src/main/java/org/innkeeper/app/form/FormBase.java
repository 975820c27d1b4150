package org.innkeeper.app.form;

import org.innkeeper.core.xml.XmlElement;

/**
 * What a form is about.
 *
 * @param root the root of the definition
 * @param autostart whether the guest starts with the host, which no definition tells
 */
public record FormBase(XmlElement root, boolean autostart) {}
