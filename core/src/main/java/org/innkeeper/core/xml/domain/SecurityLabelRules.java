package org.innkeeper.core.xml.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.core.xml.XmlErrors;

/** Each security model is spoken of once. */
final class SecurityLabelRules {
    private SecurityLabelRules() {}

    static void check(DomainDocument domain) {
        List<XmlElement> labels = domain.root().elements("seclabel");
        Set<String> models = new HashSet<>();
        for (XmlElement label : labels) {
            String model = label.attribute("model");
            if (model == null && labels.size() > 1) {
                throw XmlErrors.unacceptable(label, "one of several labels must name its 'model'");
            }
            if (model != null && !models.add(model)) {
                throw XmlErrors.unacceptable(label, "the security model '" + model + "' is given twice");
            }
            String type = label.attribute("type");
            String relabel = label.attribute("relabel");
            if ("dynamic".equals(type) && "no".equals(relabel)) {
                throw XmlErrors.unsupported(label, "a label of type 'dynamic' needs relabelling");
            }
            if ("none".equals(type) && "yes".equals(relabel)) {
                throw XmlErrors.unsupported(label, "a label of type 'none' cannot relabel");
            }
            boolean fixed = "static".equals(label.attribute("type"));
            if (fixed && label.element("label") == null) {
                throw XmlErrors.unacceptable(label, "a label of type 'static' needs a <label>");
            }
        }
    }
}
