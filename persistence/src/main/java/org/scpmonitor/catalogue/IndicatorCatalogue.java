package org.scpmonitor.catalogue;

import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.CATALOGUE_DRAFT;
import static org.scpmonitor.schema.Tables.DIMENSION;
import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.Tables.THEME;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueDocument.Named;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** The indicators as the catalogue keeps them: their state, their versions, which programmes follow them. */
@Repository
public class IndicatorCatalogue {
    private static final Field<List<Follower>> FOLLOWERS = multiset(select(
                            PROGRAMME.CODE,
                            CatalogueExport.text(PROGRAMME.NAME_ES, PROGRAMME.NAME_EN, PROGRAMME.NAME_DE),
                            PROGRAMME_INDICATOR.HEADLINE,
                            INSTITUTION.CODE)
                    .from(PROGRAMME_INDICATOR)
                    .join(PROGRAMME)
                    .on(PROGRAMME.ID.eq(PROGRAMME_INDICATOR.PROGRAMME_ID))
                    .leftJoin(INSTITUTION)
                    .on(INSTITUTION.ID.eq(PROGRAMME_INDICATOR.RESPONSIBLE_INSTITUTION_ID))
                    .where(PROGRAMME_INDICATOR.INDICATOR_ID.eq(INDICATOR.ID))
                    .orderBy(PROGRAMME.SORT, PROGRAMME.CODE))
            .convertFrom(rows -> rows.map(mapping(Follower::new)));

    private static final Field<List<Version>> VERSIONS = multiset(select(
                            INDICATOR_VERSION.VERSION,
                            INDICATOR_VERSION.STATE.convertFrom(State::of),
                            INDICATOR_VERSION.KNOWN_FROM,
                            Known.end(INDICATOR_VERSION.KNOWN_UNTIL),
                            INDICATOR_VERSION.AUTHOR,
                            INDICATOR_VERSION.REASON)
                    .from(INDICATOR_VERSION)
                    .where(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                    .orderBy(INDICATOR_VERSION.VERSION.desc()))
            .convertFrom(rows -> rows.map(mapping(Version::new)));

    private final DSLContext sql;

    IndicatorCatalogue(DSLContext sql) {
        this.sql = sql;
    }

    /** Where in its life an indicator stands. */
    public enum State {
        DRAFT,
        ACTIVE,
        RETIRED;

        /** The document's word. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @param code one of the document's words; null is active */
        public static State of(@Nullable String code) {
            return code == null ? ACTIVE : valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * A line of the list.
     *
     * @param level output, outcome or impact
     * @param unit UCUM code
     * @param calculated whether it follows from others by a formula
     * @param draftBy who has begun to change it; null where nobody has
     */
    public record Line(
            String code,
            int version,
            Text name,
            String theme,
            Text themeName,
            String level,
            String unit,
            boolean calculated,
            State state,
            List<Follower> followers,
            Instant knownFrom,
            @Nullable String draftBy) {}

    /** A programme that follows an indicator. @param responsible code of the institution that answers for it */
    public record Follower(
            String programme,
            Text name,
            boolean headline,
            @Nullable String responsible) {}

    /** One version of a definition. @param knownUntil null while it is the current one */
    public record Version(
            int version,
            State state,
            Instant knownFrom,
            @Nullable Instant knownUntil,
            String author,
            String reason) {}

    /**
     * An indicator as it was defined at a moment.
     *
     * @param version of the definition
     * @param versions all that have been until now, the latest first
     */
    public record Entry(
            Indicator indicator,
            Text themeName,
            int version,
            boolean calculated,
            List<Follower> followers,
            List<Version> versions) {}

    /** In the catalogue's order. */
    public List<Line> list(AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return sql.select(
                        INDICATOR.CODE,
                        INDICATOR_VERSION.VERSION,
                        CatalogueExport.text(
                                INDICATOR_VERSION.NAME_ES, INDICATOR_VERSION.NAME_EN, INDICATOR_VERSION.NAME_DE),
                        THEME.CODE,
                        CatalogueExport.text(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE),
                        INDICATOR_VERSION.LEVEL,
                        INDICATOR_VERSION.UNIT,
                        calculated(known),
                        INDICATOR_VERSION.STATE.convertFrom(State::of),
                        FOLLOWERS,
                        INDICATOR_VERSION.KNOWN_FROM,
                        field(select(CATALOGUE_DRAFT.AUTHOR)
                                .from(CATALOGUE_DRAFT)
                                .where(CATALOGUE_DRAFT.PART.eq("indicators"))
                                .and(CATALOGUE_DRAFT.CODE.eq(INDICATOR.CODE))))
                .from(INDICATOR)
                .join(INDICATOR_VERSION)
                .on(INDICATOR_VERSION.INDICATOR_ID.eq(INDICATOR.ID))
                .join(THEME)
                .on(THEME.CODE.eq(INDICATOR_VERSION.THEME))
                .where(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL))
                .orderBy(INDICATOR.SORT, INDICATOR.CODE)
                .fetch(mapping(Line::new));
    }

    /** What an indicator's members may refer to, in the catalogue's order. */
    public record Choices(List<Named> themes, List<Named> dimensions, List<String> indicators) {}

    public Choices choices() {
        return new Choices(
                sql.select(THEME.CODE, CatalogueExport.text(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE))
                        .from(THEME)
                        .orderBy(THEME.SORT, THEME.CODE)
                        .fetch(mapping(Named::new)),
                sql.select(
                                DIMENSION.CODE,
                                CatalogueExport.text(DIMENSION.NAME_ES, DIMENSION.NAME_EN, DIMENSION.NAME_DE))
                        .from(DIMENSION)
                        .orderBy(DIMENSION.CODE)
                        .fetch(mapping(Named::new)),
                sql.select(INDICATOR.CODE)
                        .from(INDICATOR)
                        .orderBy(INDICATOR.SORT, INDICATOR.CODE)
                        .fetch(INDICATOR.CODE));
    }

    /** Empty if there was no indicator of this code at the moment. */
    public Optional<Entry> find(String code, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return find(
                INDICATOR.CODE.eq(code).and(known.holds(INDICATOR_VERSION.KNOWN_FROM, INDICATOR_VERSION.KNOWN_UNTIL)),
                known);
    }

    /** The indicator as one of its versions defines it; empty if there is no such version. */
    public Optional<Entry> find(String code, int version) {
        return find(INDICATOR.CODE.eq(code).and(INDICATOR_VERSION.VERSION.eq(version)), Known.at(sql, AsOf.NOW));
    }

    private Optional<Entry> find(Condition which, Known known) {
        var themeName = CatalogueExport.text(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE);
        Field<Text> theme = field(select(themeName).from(THEME).where(THEME.CODE.eq(INDICATOR_VERSION.THEME)));
        Field<Boolean> calculated = calculated(known);
        return new IndicatorExport(sql)
                .fetch(which, List.of(theme, calculated, FOLLOWERS, VERSIONS)).stream()
                        .map(row -> new Entry(
                                IndicatorExport.indicator(row),
                                row.get(theme),
                                row.get(INDICATOR_VERSION.VERSION),
                                row.get(calculated),
                                row.get(FOLLOWERS),
                                row.get(VERSIONS)))
                        .findFirst();
    }

    private static Field<Boolean> calculated(Known known) {
        return field(exists(selectOne()
                .from(FORMULA)
                .where(FORMULA.INDICATOR_ID.eq(INDICATOR.ID))
                .and(known.holds(FORMULA.KNOWN_FROM, FORMULA.KNOWN_UNTIL))));
    }
}
