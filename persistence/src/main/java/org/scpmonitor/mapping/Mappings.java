package org.scpmonitor.mapping;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.MAPPING;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.access.Visible;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.text.Spelling;
import org.springframework.stereotype.Repository;

/** Mappings by name and version, each of an institution, of a country or of all. Nothing is overwritten or deleted. */
@Repository
public class Mappings {

    private static final Field<Instant> OPEN = field("'infinity'::timestamptz", Instant.class);

    private static final org.scpmonitor.schema.tables.Institution SEEN = INSTITUTION.as("seen");

    private final DSLContext sql;

    public Mappings(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Whose a mapping is.
     *
     * @param country code; null for an institution's or everybody's
     * @param institution code; null for a country's or everybody's
     */
    public record Owner(@Nullable String country, @Nullable String institution) {

        public static final Owner ALL = new Owner(null, null);

        /** @throws IllegalArgumentException where both are named */
        public Owner {
            if (country != null && institution != null) {
                throw new IllegalArgumentException("A mapping is of a country or of an institution");
            }
        }

        public static Owner institution(String code) {
            return new Owner(null, code);
        }
    }

    /**
     * One version of a mapping.
     *
     * @param madeBy name of the account
     */
    public record Saved(
            long id, String name, Owner owner, int version, Mapping mapping, String madeBy, Instant knownFrom) {}

    /** This version of a mapping, whether it is current or not. */
    public Saved get(long id) {
        return all().where(MAPPING.ID.eq(id)).fetchSingle(Mappings::saved);
    }

    /**
     * The current version of the mapping that this name stands for when an institution's file is read: its own, else its
     * country's, else everybody's.
     */
    public Optional<Saved> findFor(String institution, String name) {
        return usable(institution, MAPPING.NAME.eq(name)).stream().findFirst();
    }

    /** The current mappings that an institution's files can be read with, by name; of one name the nearest alone. */
    public List<Saved> listFor(String institution) {
        return usable(institution, noCondition()).stream()
                .collect(Collectors.toMap(Saved::name, saved -> saved, (nearest, other) -> nearest))
                .values()
                .stream()
                .sorted(Comparator.comparing(Saved::name))
                .toList();
    }

    private List<Saved> usable(String institution, Condition which) {
        var owners = select(INSTITUTION.ID).from(INSTITUTION).where(INSTITUTION.CODE.eq(institution));
        var country = select(INSTITUTION.COUNTRY.cast(String.class))
                .from(INSTITUTION)
                .where(INSTITUTION.CODE.eq(institution));
        return all().where(which)
                .and(MAPPING.KNOWN_UNTIL.eq(OPEN))
                .and(MAPPING.INSTITUTION_ID
                        .eq(owners)
                        .or(MAPPING.COUNTRY.cast(String.class).eq(country))
                        .or(MAPPING.INSTITUTION_ID.isNull().and(MAPPING.COUNTRY.isNull())))
                .orderBy(MAPPING.INSTITUTION_ID.isNull(), MAPPING.COUNTRY.isNull(), MAPPING.NAME)
                .fetch(Mappings::saved);
    }

    /** The current mappings of what a viewer may see, and everybody's, by name. */
    public Listing<?, Saved> list(Viewer viewer) {
        return new Listing<>(
                sql,
                () -> all().where(MAPPING.KNOWN_UNTIL.eq(OPEN)).and(isVisibleTo(viewer)),
                Mappings::saved,
                MAPPING.NAME,
                MAPPING.ID);
    }

    /** Whether a viewer may see the mappings of a country, or everybody's. */
    public boolean isVisible(Viewer viewer, Owner owner) {
        return owner.country() == null
                ? !viewer.isPublic()
                : sql.fetchExists(SEEN, SEEN.COUNTRY.eq(owner.country()).and(Visible.ofInstitution(viewer, SEEN.ID)));
    }

    private static Condition isVisibleTo(Viewer viewer) {
        Condition ofCountry = exists(selectOne()
                .from(SEEN)
                .where(SEEN.COUNTRY.eq(MAPPING.COUNTRY))
                .and(Visible.ofInstitution(viewer, SEEN.ID)));
        Condition ofAll =
                viewer.isPublic() ? falseCondition() : MAPPING.COUNTRY.isNull().and(MAPPING.INSTITUTION_ID.isNull());
        return Visible.ofInstitution(viewer, MAPPING.INSTITUTION_ID)
                .and(MAPPING.INSTITUTION_ID.isNotNull())
                .or(ofCountry)
                .or(ofAll);
    }

    /** The current version of an owner's mapping. */
    public Optional<Saved> find(Owner owner, String name) {
        return all().where(is(owner, name)).and(MAPPING.KNOWN_UNTIL.eq(OPEN)).fetchOptional(Mappings::saved);
    }

    /** Every version of an owner's mapping, the latest first. */
    public List<Saved> versions(Owner owner, String name) {
        return all().where(is(owner, name)).orderBy(MAPPING.VERSION.desc()).fetch(Mappings::saved);
    }

    /**
     * Saves a mapping as the next version of its name. Just what is current already makes no version.
     *
     * @param madeBy name of the account
     * @throws IllegalArgumentException where the owner doesn't exist
     */
    public Saved save(Owner owner, String name, Mapping mapping, String madeBy) {
        return sql.transactionResult(tx -> {
            Instant moment = advance(tx.dsl(), "mapping " + name);
            var mappings = new Mappings(tx.dsl());
            Optional<Saved> current = mappings.find(owner, name);
            if (current.isPresent() && current.get().mapping().equals(mapping)) {
                return current.get();
            }
            return mappings.save(owner, name, mapping, madeBy, moment);
        });
    }

    /**
     * Saves a mapping as the next version of its name, whatever is current. Part of the caller's transaction.
     *
     * @param moment from which it is known
     */
    public Saved save(Owner owner, String name, Mapping mapping, String madeBy, Instant moment) {
        close(sql, owner, name, moment);
        Integer last = sql.select(max(MAPPING.VERSION))
                .from(MAPPING)
                .leftJoin(INSTITUTION)
                .on(INSTITUTION.ID.eq(MAPPING.INSTITUTION_ID))
                .where(is(owner, name))
                .fetchSingle()
                .value1();
        long id = sql.insertInto(MAPPING)
                .set(MAPPING.NAME, name)
                .set(MAPPING.COUNTRY, owner.country())
                .set(MAPPING.INSTITUTION_ID, owner.institution() == null ? null : institution(sql, owner))
                .set(MAPPING.VERSION, last == null ? 1 : last + 1)
                .set(MAPPING.DOCUMENT, JSONB.jsonb(MappingJson.write(mapping)))
                .set(MAPPING.FINGERPRINT, fingerprint(mapping))
                .set(MAPPING.MADE_BY, madeBy)
                .set(MAPPING.KNOWN_FROM, moment)
                .returningResult(MAPPING.ID)
                .fetchSingle()
                .value1();
        return get(id);
    }

    /** Every mapping that is known, by name and owner. */
    public List<Saved> all(Known known) {
        return all().where(known.holds(MAPPING.KNOWN_FROM, MAPPING.KNOWN_UNTIL))
                .orderBy(
                        MAPPING.NAME,
                        MAPPING.COUNTRY.asc().nullsFirst(),
                        INSTITUTION.CODE.asc().nullsFirst())
                .fetch(Mappings::saved);
    }

    /** Ends the current version; what was read with it stays readable. False where there is none. */
    public boolean end(Owner owner, String name) {
        return sql.transactionResult(
                tx -> close(tx.dsl(), owner, name, advance(tx.dsl(), "mapping " + name + " ended")));
    }

    private static Instant advance(DSLContext tx, String cause) {
        return tx.fetchSingle("select advance_knowledge(?)", cause).get(0, Instant.class);
    }

    private static boolean close(DSLContext tx, Owner owner, String name, Instant moment) {
        return tx.update(MAPPING)
                        .set(MAPPING.KNOWN_UNTIL, moment)
                        .where(MAPPING.ID.in(select(MAPPING.ID)
                                .from(MAPPING)
                                .leftJoin(INSTITUTION)
                                .on(INSTITUTION.ID.eq(MAPPING.INSTITUTION_ID))
                                .where(is(owner, name))
                                .and(MAPPING.KNOWN_UNTIL.eq(OPEN))))
                        .execute()
                == 1;
    }

    private static int institution(DSLContext tx, Owner owner) {
        return tx.select(INSTITUTION.ID)
                .from(INSTITUTION)
                .where(INSTITUTION.CODE.eq(owner.institution()))
                .fetchOptional(INSTITUTION.ID)
                .orElseThrow(() -> new IllegalArgumentException("No institution has the code " + owner.institution()));
    }

    private static Condition is(Owner owner, String name) {
        return MAPPING.NAME
                .eq(name)
                .and(
                        owner.country() == null
                                ? MAPPING.COUNTRY.isNull()
                                : MAPPING.COUNTRY.cast(String.class).eq(owner.country()))
                .and(
                        owner.institution() == null
                                ? MAPPING.INSTITUTION_ID.isNull()
                                : INSTITUTION.CODE.eq(owner.institution()));
    }

    private SelectJoinStep<Record> all() {
        return sql.select(List.of(
                        MAPPING.ID,
                        MAPPING.NAME,
                        MAPPING.COUNTRY,
                        MAPPING.VERSION,
                        MAPPING.DOCUMENT,
                        MAPPING.MADE_BY,
                        MAPPING.KNOWN_FROM,
                        INSTITUTION.CODE))
                .from(MAPPING)
                .leftJoin(INSTITUTION)
                .on(INSTITUTION.ID.eq(MAPPING.INSTITUTION_ID));
    }

    private static Saved saved(Record row) {
        return new Saved(
                row.get(MAPPING.ID),
                row.get(MAPPING.NAME),
                new Owner(row.get(MAPPING.COUNTRY), row.get(INSTITUTION.CODE)),
                row.get(MAPPING.VERSION),
                mapping(row.get(MAPPING.ID), row.get(MAPPING.DOCUMENT).data()),
                row.get(MAPPING.MADE_BY),
                row.get(MAPPING.KNOWN_FROM));
    }

    private static Mapping mapping(long id, String document) {
        return switch (MappingJson.read(document)) {
            case MappingJson.Reading.Read(Mapping mapping) -> mapping;
            case MappingJson.Reading.Unreadable(String path, String reason) ->
                throw new IllegalStateException(
                        "The stored mapping " + id + " can't be read at " + path + ": " + reason);
        };
    }

    /** SHA-256 of the names of the columns, whatever their order. */
    static String fingerprint(Mapping mapping) {
        String names = mapping.columns().stream()
                .map(column -> Spelling.plain(column.header()))
                .filter(name -> !name.isEmpty())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(names.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
