package org.scpmonitor.programme;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.listing.Listing;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Lists the national programmes. */
@Repository
public class ProgrammeList {

    private final DSLContext sql;

    ProgrammeList(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * @param country ISO 3166-1 alpha-2
     * @param coverageThreshold the least share of institutions that must have reported, 0 to 1
     * @param defaultMethod linear, growth or un
     * @param gwpSet AR5 or AR6
     */
    public record Item(
            String code,
            String country,
            Text name,
            Text description,
            String legalBasis,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            short baselineYear,
            BigDecimal coverageThreshold,
            String defaultMethod,
            String gwpSet,
            List<Monitored> indicators) {}

    /**
     * An indicator of a programme.
     *
     * @param responsible code of the institution that answers for it
     */
    public record Monitored(
            String indicator, boolean headline, @Nullable String responsible) {}

    /** In the catalogue's order. */
    public Listing<?, Item> list() {
        return new Listing<>(
                sql,
                () -> sql.select(
                                PROGRAMME.CODE,
                                PROGRAMME.COUNTRY,
                                row(PROGRAMME.NAME_ES, PROGRAMME.NAME_EN, PROGRAMME.NAME_DE)
                                        .mapping(Text::new),
                                row(PROGRAMME.DESCRIPTION_ES, PROGRAMME.DESCRIPTION_EN, PROGRAMME.DESCRIPTION_DE)
                                        .mapping(Text::new),
                                PROGRAMME.LEGAL_BASIS,
                                PROGRAMME.STARTS_ON,
                                PROGRAMME.ENDS_ON,
                                PROGRAMME.BASELINE_YEAR,
                                PROGRAMME.COVERAGE_THRESHOLD,
                                PROGRAMME.DEFAULT_METHOD,
                                PROGRAMME.GWP_SET,
                                monitored())
                        .from(PROGRAMME)
                        .where(trueCondition()),
                Records.mapping(Item::new),
                PROGRAMME.SORT,
                PROGRAMME.CODE);
    }

    private static Field<List<Monitored>> monitored() {
        return multiset(select(INDICATOR.CODE, PROGRAMME_INDICATOR.HEADLINE, INSTITUTION.CODE)
                        .from(PROGRAMME_INDICATOR)
                        .join(INDICATOR)
                        .on(INDICATOR.ID.eq(PROGRAMME_INDICATOR.INDICATOR_ID))
                        .leftJoin(INSTITUTION)
                        .on(INSTITUTION.ID.eq(PROGRAMME_INDICATOR.RESPONSIBLE_INSTITUTION_ID))
                        .where(PROGRAMME_INDICATOR.PROGRAMME_ID.eq(PROGRAMME.ID))
                        .orderBy(PROGRAMME_INDICATOR.SORT, INDICATOR.CODE))
                .convertFrom(rows -> rows.map(Records.mapping(Monitored::new)));
    }
}
