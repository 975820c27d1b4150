package org.innkeeper.driver.openvz.definition;

import java.util.List;
import java.util.Optional;
import org.innkeeper.core.xml.XmlElement;
import org.innkeeper.driver.openvz.host.ContainerConfig;
import org.innkeeper.driver.openvz.host.VzErrors;

/**
 * What people and other programs note of a container. A description that fits stands under OpenVZ's own key
 * {@code DESCRIPTION}, where {@code vzlist} shows it; one with line ends or quotes, the title and the metadata stand in
 * comments.
 *
 * @param title one line
 * @param description any text
 * @param metadata an element {@code <metadata>} that needs no declarations from outside
 */
public record ContainerTexts(Optional<String> title, Optional<String> description, Optional<XmlElement> metadata) {
    private static final String TITLE_TAG = "TITLE";
    private static final String DESCRIPTION = "DESCRIPTION";
    private static final String METADATA_TAG = "METADATA";

    /** The most of one text, characters; a configuration file is to stay one. */
    private static final int LONGEST = 1 << 17;

    private static final int LONGEST_VALUE = 500;

    /** What a configuration file tells. */
    public static ContainerTexts of(ContainerConfig config) {
        return new ContainerTexts(
                CommentText.read(config, TITLE_TAG),
                CommentText.read(config, DESCRIPTION)
                        .or(() -> config.value(DESCRIPTION).filter(text -> !text.isBlank())),
                CommentText.read(config, METADATA_TAG).map(XmlElement::parse));
    }

    /** What a document tells. */
    static ContainerTexts ofDomain(XmlElement domain) {
        return new ContainerTexts(
                text(domain, "title"),
                text(domain, "description"),
                Optional.ofNullable(domain.element("metadata"))
                        .filter(metadata -> !metadata.elements().isEmpty())
                        .map(SelfContained::copyOf));
    }

    private static Optional<String> text(XmlElement domain, String element) {
        return Optional.ofNullable(domain.element(element))
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty());
    }

    public ContainerTexts withTitle(String text) {
        return new ContainerTexts(given(text), description, metadata);
    }

    public ContainerTexts withDescription(String text) {
        return new ContainerTexts(title, given(text), metadata);
    }

    /** @param element null for none */
    public ContainerTexts withMetadata(XmlElement element) {
        return new ContainerTexts(
                title, description, Optional.ofNullable(element).filter(some -> !some.elements()
                        .isEmpty()));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(some -> !some.isEmpty());
    }

    /** The file with these texts and no others. */
    public ContainerConfig in(ContainerConfig file) {
        Optional<String> value = description.filter(ContainerTexts::isPlain);
        return comment(
                        comment(comment(file, TITLE_TAG, title), METADATA_TAG, metadata.map(XmlElement::toText)),
                        DESCRIPTION,
                        value.isPresent() ? Optional.empty() : description)
                .withValue(DESCRIPTION, value.orElse(null));
    }

    private static boolean isPlain(String text) {
        return text.length() <= LONGEST_VALUE
                && text.equals(text.strip())
                && text.chars().noneMatch(c -> c < ' ' || c == '"' || c == '\\' || c == '$' || c == '`' || c >= 0x7f);
    }

    private static ContainerConfig comment(ContainerConfig file, String tag, Optional<String> text) {
        if (text.isPresent() && text.get().length() > LONGEST) {
            throw VzErrors.invalidArgument(
                    "A title, description or metadata of " + text.get().length() + " characters is more than the "
                            + LONGEST + " that a configuration file takes");
        }
        return file.withComments(tag, text.map(CommentText::encode).orElse(List.of()));
    }
}
