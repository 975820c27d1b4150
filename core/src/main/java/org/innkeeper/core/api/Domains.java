package org.innkeeper.core.api;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.innkeeper.core.api.flag.DomainDefineFlag;
import org.innkeeper.core.api.flag.DomainFilter;
import org.innkeeper.core.api.flag.DomainStartFlag;
import org.innkeeper.core.api.flag.Flag;
import org.innkeeper.core.api.flag.SaveFlag;
import org.innkeeper.core.model.DomainRef;
import org.innkeeper.core.spi.CallContext;
import org.innkeeper.core.spi.DomainFacet;
import org.innkeeper.core.spi.Feature;
import org.innkeeper.core.spi.SaveFacet;

/** The domains of a host: finding and making them. */
public final class Domains extends ApiObject {
    Domains(ConnectionCore core) {
        super(core);
    }

    /** The object for a domain that is known by its reference. Does not look whether it exists. */
    public Domain of(DomainRef ref) {
        return new Domain(core(), ref);
    }

    /**
     * The domains that match, all of them without filters: {@code virConnectListAllDomains}; with
     * {@link DomainFilter#ACTIVE} also {@code virConnectListDomains}, with {@link DomainFilter#INACTIVE} also
     * {@code virConnectListDefinedDomains}.
     */
    public List<Domain> list(CallContext context, Set<DomainFilter> filters) {
        return call(DomainFacet.class, "list")
                .notNull("filters", filters)
                .get(context, (facet, c) -> facet.list(c, Flag.bits(filters)))
                .stream()
                .map(this::of)
                .toList();
    }

    /** How many match: {@code virConnectNumOfDomains}, {@code virConnectNumOfDefinedDomains}. */
    public int count(CallContext context, Set<DomainFilter> filters) {
        return call(DomainFacet.class, "count")
                .notNull("filters", filters)
                .get(context, (facet, c) -> facet.list(c, Flag.bits(filters)))
                .size();
    }

    /** {@code virDomainLookupByID}. */
    public Domain lookupById(CallContext context, int id) {
        return of(call(DomainFacet.class, "lookupById")
                .atLeast("id", id, 0)
                .get(context, (facet, c) -> facet.lookupById(c, id)));
    }

    /** {@code virDomainLookupByName}. */
    public Domain lookupByName(CallContext context, String name) {
        return of(call(DomainFacet.class, "lookupByName")
                .notEmpty("name", name)
                .get(context, (facet, c) -> facet.lookupByName(c, name)));
    }

    /** {@code virDomainLookupByUUID}. */
    public Domain lookupByUuid(CallContext context, UUID uuid) {
        return of(call(DomainFacet.class, "lookupByUuid")
                .notNull("uuid", uuid)
                .get(context, (facet, c) -> facet.lookupByUuid(c, uuid)));
    }

    /**
     * {@code virDomainLookupByUUIDString}.
     *
     * @param uuid 32 hexadecimal digits, with or without dashes
     */
    public Domain lookupByUuid(CallContext context, String uuid) {
        return of(call(DomainFacet.class, "lookupByUuid")
                .check(UuidText.isValid(uuid), "'" + uuid + "' is no UUID")
                .get(context, (facet, c) -> facet.lookupByUuid(c, UuidText.parse(uuid))));
    }

    /**
     * Stores a definition, new or in the place of the one with the same UUID: {@code virDomainDefineXML},
     * {@code virDomainDefineXMLFlags}. Fails with {@code DOM_EXIST} when name and UUID belong to different domains.
     */
    public Domain define(CallContext context, String xml, Set<DomainDefineFlag> flags) {
        return of(call(DomainFacet.class, "define")
                .changes()
                .needs(Feature.DOMAIN_DEFINE)
                .notEmpty("xml", xml)
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.defineXml(c, xml, Flag.bits(flags))));
    }

    /**
     * Starts a domain that is not defined and is gone when it stops: {@code virDomainCreateXML},
     * {@code virDomainCreateLinux}.
     */
    public Domain create(CallContext context, String xml, Set<DomainStartFlag> flags) {
        return of(call(DomainFacet.class, "create")
                .changes()
                .needs(Feature.DOMAIN_CREATE_TRANSIENT)
                .notEmpty("xml", xml)
                .notNull("flags", flags)
                .get(context, (facet, c) -> facet.createXml(c, xml, Flag.bits(flags))));
    }

    /**
     * Starts the domain that was saved in a file: {@code virDomainRestore}, {@code virDomainRestoreFlags}.
     *
     * @param path an absolute path on the host
     * @param xml the definition to run instead of the one in the file, or null
     */
    public void restore(CallContext context, String path, String xml, Set<SaveFlag> flags) {
        call(SaveFacet.class, "restore")
                .changes()
                .needs(Feature.DOMAIN_SAVE)
                .notEmpty("path", path)
                .notNull("flags", flags)
                .run(context, (facet, c) -> facet.restore(c, path, xml, Flag.bits(flags)));
    }

    /**
     * The definition in a saved file: {@code virDomainSaveImageGetXMLDesc}. Refused on a read-only connection, since the
     * host opens a file the caller names.
     *
     * @param path an absolute path on the host
     */
    public String savedXml(CallContext context, String path) {
        return call(SaveFacet.class, "savedXml")
                .changes()
                .needs(Feature.DOMAIN_SAVE)
                .notEmpty("path", path)
                .get(context, (facet, c) -> facet.savedXml(c, path, 0));
    }
}
