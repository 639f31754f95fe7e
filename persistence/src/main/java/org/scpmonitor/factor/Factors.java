package org.scpmonitor.factor;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.DIMENSION_CODE;
import static org.scpmonitor.schema.Tables.FACTOR;
import static org.scpmonitor.schema.Tables.FACTOR_VERSION;
import static org.scpmonitor.schema.Tables.FORMULA;
import static org.scpmonitor.schema.Tables.FORMULA_FACTOR;
import static org.scpmonitor.schema.Tables.INDICATOR;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.factor.FactorValue.Source;
import org.scpmonitor.listing.Known;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads the factors of the catalogue: what they are worth where and when, and what was known of that. */
@Repository
public class Factors {

    private final DSLContext sql;

    public Factors(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What is asked for; null leaves a filter out.
     *
     * @param country the values of this country and those for everywhere
     */
    public record Filter(
            @Nullable String code,
            @Nullable Category category,
            @Nullable String country,
            @Nullable String gas,
            @Nullable Integer scope) {
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /**
     * A factor without its values.
     *
     * @param dimension whose codes are its variants; null where it has one value, or the sets of a warming potential
     * @param codes the variants that there may be, in their order; empty where it has one value
     * @param readBy codes of the calculated indicators whose formulas read it now
     */
    public record Factor(
            int id,
            String code,
            Text name,
            FactorKind kind,
            Category category,
            @Nullable Integer scope,
            @Nullable String gas,
            boolean biogenic,
            String unit,
            @Nullable String dimension,
            List<Variant> codes,
            List<String> readBy) {}

    public record Variant(String code, @Nullable Text name) {}

    public Optional<Factor> find(String code) {
        return sql.selectFrom(FACTOR)
                .where(FACTOR.CODE.eq(code))
                .fetchOptional(row -> new Factor(
                        row.getId(),
                        row.getCode(),
                        new Text(row.getNameEs(), row.getNameEn(), row.getNameDe()),
                        FactorKind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                        Category.valueOf(row.getCategory().toUpperCase(Locale.ROOT)),
                        row.getScope() == null ? null : row.getScope().intValue(),
                        row.getGas(),
                        row.getBiogenic(),
                        row.getUnit(),
                        row.getDimension(),
                        variants(row.getKind(), row.getDimension()),
                        readBy(row.getId())));
    }

    private List<Variant> variants(String kind, @Nullable String dimension) {
        if (kind.equals("gwp")) {
            return Stream.of(GwpSet.values())
                    .map(set -> new Variant(set.name(), null))
                    .toList();
        }
        return dimension == null
                ? List.of()
                : sql.selectFrom(DIMENSION_CODE)
                        .where(DIMENSION_CODE.DIMENSION.eq(dimension))
                        .orderBy(DIMENSION_CODE.SORT, DIMENSION_CODE.CODE)
                        .fetch(row -> new Variant(
                                row.getCode(), new Text(row.getNameEs(), row.getNameEn(), row.getNameDe())));
    }

    private List<String> readBy(int factor) {
        return sql.selectDistinct(INDICATOR.CODE)
                .from(FORMULA_FACTOR)
                .join(FORMULA)
                .on(FORMULA.ID.eq(FORMULA_FACTOR.FORMULA_ID))
                .and(FORMULA.KNOWN_UNTIL.eq(FactorVersions.KNOWN_STILL))
                .join(INDICATOR)
                .on(INDICATOR.ID.eq(FORMULA.INDICATOR_ID))
                .where(FORMULA_FACTOR.FACTOR_ID.eq(factor))
                .orderBy(INDICATOR.CODE)
                .fetch(INDICATOR.CODE);
    }

    /** The gases that factors are of. */
    public List<String> gases() {
        return sql.selectDistinct(FACTOR.GAS)
                .from(FACTOR)
                .where(FACTOR.GAS.isNotNull())
                .orderBy(FACTOR.GAS)
                .fetch(FACTOR.GAS);
    }

    /** The countries that have values of their own. */
    public List<String> countries() {
        return sql.selectDistinct(FACTOR_VERSION.COUNTRY)
                .from(FACTOR_VERSION)
                .where(FACTOR_VERSION.COUNTRY.isNotNull())
                .orderBy(FACTOR_VERSION.COUNTRY)
                .fetch(FACTOR_VERSION.COUNTRY);
    }

    /** The countries that may have values of their own. */
    public List<String> allCountries() {
        return sql.select(COUNTRY.CODE)
                .from(COUNTRY)
                .orderBy(COUNTRY.SORT, COUNTRY.CODE)
                .fetch(COUNTRY.CODE);
    }

    /** The values known then, in the catalogue's order, each factor's by variant, country and day. */
    public Listing<?, FactorValue> list(Filter filter, AsOf asOf) {
        Known known = Known.at(sql, asOf);
        return listing(
                filter,
                known.holds(FACTOR_VERSION.KNOWN_FROM, FACTOR_VERSION.KNOWN_UNTIL),
                known.until(FACTOR_VERSION.KNOWN_UNTIL));
    }

    /** A factor's values with all their versions, the newest of each first. */
    public List<FactorValue> history(String code) {
        return values(new Filter(code, null, null, null, null), noCondition(), Known.end(FACTOR_VERSION.KNOWN_UNTIL))
                .orderBy(
                        FACTOR_VERSION.VARIANT,
                        FACTOR_VERSION.COUNTRY.asc().nullsFirst(),
                        FACTOR_VERSION.VALID_FROM.desc(),
                        FACTOR_VERSION.VERSION.desc())
                .fetch(Factors::value);
    }

    private Listing<?, FactorValue> listing(Filter filter, Condition which, Field<Instant> knownUntil) {
        return new Listing<>(
                sql,
                () -> values(filter, which, knownUntil),
                Factors::value,
                FACTOR.SORT,
                FACTOR.CODE,
                FACTOR_VERSION.VARIANT,
                FACTOR_VERSION.COUNTRY.asc().nullsFirst(),
                FACTOR_VERSION.VALID_FROM,
                FACTOR_VERSION.ID);
    }

    private SelectConditionStep<Record> values(Filter filter, Condition which, Field<Instant> knownUntil) {
        return sql.select(FACTOR.asterisk().except(FACTOR.ID))
                .select(FACTOR_VERSION.asterisk().except(FACTOR_VERSION.KNOWN_UNTIL, FACTOR_VERSION.VALID_UNTIL))
                .select(FactorVersions.VALID_UNTIL, knownUntil.as(KNOWN_UNTIL), VARIANT_ES, VARIANT_EN, VARIANT_DE)
                .from(FACTOR)
                .join(FACTOR_VERSION)
                .on(FACTOR_VERSION.FACTOR_ID.eq(FACTOR.ID))
                .leftJoin(DIMENSION_CODE)
                .on(DIMENSION_CODE.DIMENSION.eq(FACTOR.DIMENSION))
                .and(DIMENSION_CODE.CODE.eq(FACTOR_VERSION.VARIANT))
                .where(which)
                .and(filter.code() == null ? noCondition() : FACTOR.CODE.eq(filter.code()))
                .and(
                        filter.category() == null
                                ? noCondition()
                                : FACTOR.CATEGORY.eq(filter.category().name().toLowerCase(Locale.ROOT)))
                .and(
                        filter.country() == null
                                ? noCondition()
                                : FACTOR_VERSION.COUNTRY.eq(filter.country()).or(FACTOR_VERSION.COUNTRY.isNull()))
                .and(
                        filter.gas() == null
                                ? noCondition()
                                : lower(FACTOR.GAS).eq(filter.gas().toLowerCase(Locale.ROOT)))
                .and(
                        filter.scope() == null
                                ? noCondition()
                                : FACTOR.SCOPE.eq(filter.scope().shortValue()));
    }

    private static final Field<Instant> KNOWN_UNTIL = DSL.field("no_longer_known", Instant.class);

    private static final Field<String> VARIANT_ES = DIMENSION_CODE.NAME_ES.as("variant_es");
    private static final Field<String> VARIANT_EN = DIMENSION_CODE.NAME_EN.as("variant_en");
    private static final Field<String> VARIANT_DE = DIMENSION_CODE.NAME_DE.as("variant_de");

    private static FactorValue value(Record row) {
        var line = FactorVersions.line(row);
        var content = FactorVersions.content(row);
        Short scope = row.get(FACTOR.SCOPE);
        return new FactorValue(
                row.get(FACTOR.CODE),
                new Text(row.get(FACTOR.NAME_ES), row.get(FACTOR.NAME_EN), row.get(FACTOR.NAME_DE)),
                FactorKind.valueOf(row.get(FACTOR.KIND).toUpperCase(Locale.ROOT)),
                Category.valueOf(row.get(FACTOR.CATEGORY).toUpperCase(Locale.ROOT)),
                scope == null ? null : scope.intValue(),
                row.get(FACTOR.GAS),
                row.get(FACTOR.BIOGENIC),
                row.get(FACTOR.UNIT),
                line.country(),
                line.variant(),
                row.get(VARIANT_ES) == null
                        ? null
                        : new Text(row.get(VARIANT_ES), row.get(VARIANT_EN), row.get(VARIANT_DE)),
                line.from(),
                content.until(),
                content.value(),
                content.lower(),
                content.upper(),
                new Source(content.sourceTitle(), content.sourceUrl()),
                content.note(),
                content.illustrative(),
                row.get(FACTOR_VERSION.VERSION),
                row.get(FACTOR_VERSION.REASON),
                row.get(FACTOR_VERSION.AUTHOR),
                row.get(FACTOR_VERSION.KNOWN_FROM),
                row.get(KNOWN_UNTIL));
    }
}
