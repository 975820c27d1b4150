package org.innkeeper.core.api;

import java.util.Set;
import org.innkeeper.core.api.flag.Affect;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.MetadataFacet;

/** Title, description and metadata of other programs, changed without redefining the domain. */
public final class DomainMetadata extends DomainPart {
    DomainMetadata(Domain domain) {
        super(domain);
    }

    /**
     * {@code virDomainGetMetadata}; fails with {@code NO_DOMAIN_METADATA} when there is none.
     *
     * @param uri the namespace of an element, else null
     */
    public String get(CallContext context, MetadataType type, String uri, Set<Affect> affect) {
        return call(MetadataFacet.class, "get")
                .needs(Feature.DOMAIN_METADATA)
                .notNull("type", type)
                .check(isUriGood(type, uri), "an element needs a namespace uri, and nothing else has one")
                .notNull("affect", affect)
                .get(context, (facet, c) -> facet.metadata(c, ref(), type.number(), uri, Flag.bits(affect)));
    }

    /**
     * {@code virDomainSetMetadata}.
     *
     * @param value the text, or an XML element; null removes it
     * @param key the prefix of an element's namespace, else null
     * @param uri the namespace of an element, else null
     */
    public void set(CallContext context, MetadataType type, String value, String key, String uri, Set<Affect> affect) {
        call(MetadataFacet.class, "set")
                .changes()
                .needs(Feature.DOMAIN_METADATA)
                .notNull("type", type)
                .check(isUriGood(type, uri), "an element needs a namespace uri, and nothing else has one")
                .check(
                        type != MetadataType.TITLE || value == null || value.indexOf('\n') < 0,
                        "a title has one line only")
                .check(
                        type != MetadataType.ELEMENT || value == null || key != null && !key.isEmpty(),
                        "an element needs a key")
                .notNull("affect", affect)
                .run(
                        context,
                        (facet, c) -> facet.setMetadata(c, ref(), type.number(), value, key, uri, Flag.bits(affect)));
    }

    private static boolean isUriGood(MetadataType type, String uri) {
        return type == MetadataType.ELEMENT ? uri != null && !uri.isEmpty() : uri == null;
    }
}
