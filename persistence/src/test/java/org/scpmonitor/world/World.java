package org.scpmonitor.world;

import static org.scpmonitor.schema.Tables.APP_USER;
import static org.scpmonitor.schema.Tables.ASSIGNMENT;
import static org.scpmonitor.schema.Tables.BASELINE;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.DIMENSION;
import static org.scpmonitor.schema.Tables.DIMENSION_CODE;
import static org.scpmonitor.schema.Tables.ENTRY;
import static org.scpmonitor.schema.Tables.INDICATOR;
import static org.scpmonitor.schema.Tables.INDICATOR_DIMENSION;
import static org.scpmonitor.schema.Tables.INDICATOR_VERSION;
import static org.scpmonitor.schema.Tables.INSTITUTION;
import static org.scpmonitor.schema.Tables.PARTICIPATION_VERSION;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.Tables.TARGET;
import static org.scpmonitor.schema.Tables.THEME;
import static org.scpmonitor.schema.Tables.USER_GRANT;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.actual.Recount;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.formula.Expression;
import org.scpmonitor.formula.Formula;
import org.scpmonitor.formula.Formulas;

/**
 * A small catalogue in the domain's words: Chile with one programme that all institutions take part in, and Peru beside
 * it. A reporter of an institution is called {@code reporter.CODE}, a country's coordinator {@code coordinator.COUNTRY}.
 */
public final class World {

    public static final LocalDate BEGIN = LocalDate.of(2000, 1, 1);

    private static final BigDecimal ANY_JUMP = new BigDecimal("1e9");

    private final DSLContext sql;
    private final Instant begin;
    private final int programme;

    private World(DSLContext sql) {
        this.sql = sql;
        this.begin = advance();
        country("CL", "CHL", 152);
        country("PE", "PER", 604);
        sql.insertInto(THEME).values("waste", "Residuos", "Waste", "Abfall", 1).execute();
        programme = sql.insertInto(PROGRAMME)
                .columns(
                        PROGRAMME.CODE,
                        PROGRAMME.COUNTRY,
                        PROGRAMME.NAME_ES,
                        PROGRAMME.NAME_EN,
                        PROGRAMME.NAME_DE,
                        PROGRAMME.DESCRIPTION_ES,
                        PROGRAMME.DESCRIPTION_EN,
                        PROGRAMME.DESCRIPTION_DE,
                        PROGRAMME.LEGAL_BASIS,
                        PROGRAMME.STARTS_ON,
                        PROGRAMME.BASELINE_YEAR,
                        PROGRAMME.GWP_SET,
                        PROGRAMME.SORT)
                .values(
                        "CL-P",
                        "CL",
                        "Programa",
                        "Programme",
                        "Programm",
                        "",
                        "",
                        "",
                        "",
                        BEGIN,
                        (short) 2014,
                        "AR5",
                        (short) 1)
                .returningResult(PROGRAMME.ID)
                .fetchSingle()
                .value1();
        account("manager", "manager", null, null);
    }

    /** A world with its countries and programme, and nothing reported. */
    public static World in(TestDatabase database) {
        return new World(database.sql());
    }

    private Instant advance() {
        return sql.fetchSingle("select advance_knowledge('world')").get(0, Instant.class);
    }

    private void country(String code, String iso3, int m49) {
        sql.insertInto(COUNTRY).values(code, iso3, m49, code, code, code, 1).execute();
        account("coordinator." + code, "coordinator", code, null);
    }

    private int account(String name, String role, @Nullable String country, @Nullable Integer institution) {
        int user = sql.insertInto(APP_USER, APP_USER.USERNAME, APP_USER.PASSWORD_HASH, APP_USER.DISPLAY_NAME)
                .values(name, "", name)
                .returningResult(APP_USER.ID)
                .fetchSingle()
                .value1();
        sql.insertInto(USER_GRANT, USER_GRANT.USER_ID, USER_GRANT.ROLE, USER_GRANT.COUNTRY, USER_GRANT.INSTITUTION_ID)
                .values(user, role, country, institution)
                .execute();
        return user;
    }

    /** Somebody who gives the programme's second approval and does nothing else. */
    public World expert(String name) {
        int user = sql.insertInto(APP_USER, APP_USER.USERNAME, APP_USER.PASSWORD_HASH, APP_USER.DISPLAY_NAME)
                .values(name, "", name)
                .returningResult(APP_USER.ID)
                .fetchSingle()
                .value1();
        sql.insertInto(USER_GRANT, USER_GRANT.USER_ID, USER_GRANT.ROLE, USER_GRANT.PROGRAMME_ID)
                .values(user, "expert", programme)
                .execute();
        return this;
    }

    /** Somebody with a role in a country. */
    public World account(String name, String role, String country) {
        account(name, role, country, null);
        return this;
    }

    /** The programme wants a second approval by a role; null where one is enough. */
    public World secondApproval(@Nullable String role) {
        sql.update(PROGRAMME).set(PROGRAMME.SECOND_APPROVAL, role).execute();
        return this;
    }

    /** Somebody takes another's place, today and tomorrow. */
    public World standsIn(String standIn, String absent) {
        sql.execute(
                "insert into stand_in (absent_id, stand_in_id, first_day, last_day, named_by, named_at)"
                        + " select a.id, s.id, current_date - 1, current_date + 1, a.username, now()"
                        + " from app_user a, app_user s where a.username = ? and s.username = ?",
                absent,
                standIn);
        return this;
    }

    /** An institution whose code begins with its country's, with its reporter; a Chilean one joins the programme. */
    public World institution(String code) {
        String country = code.substring(0, 2);
        int institution = sql.insertInto(
                        INSTITUTION, INSTITUTION.CODE, INSTITUTION.COUNTRY, INSTITUTION.KIND, INSTITUTION.NAME)
                .values(code, country, "ministry", code)
                .returningResult(INSTITUTION.ID)
                .fetchSingle()
                .value1();
        account("reporter." + code, "reporter", null, institution);
        if (country.equals("CL")) {
            sql.insertInto(
                            PARTICIPATION_VERSION,
                            PARTICIPATION_VERSION.PROGRAMME_ID,
                            PARTICIPATION_VERSION.INSTITUTION_ID,
                            PARTICIPATION_VERSION.VALID_FROM,
                            PARTICIPATION_VERSION.KNOWN_FROM)
                    .values(programme, institution, BEGIN, begin)
                    .execute();
        }
        return this;
    }

    /** By how many per cent an indicator may change from one year to the next without a question. */
    public World allowedJump(String indicator, int percent) {
        sql.execute(
                "update indicator_version set allowed_jump_percent = ? where indicator_id = ?", percent, id(indicator));
        return this;
    }

    /** An indicator that only grows. */
    public World cumulative(String indicator) {
        sql.execute("update indicator_version set cumulative = true where indicator_id = ?", id(indicator));
        return this;
    }

    /** An indicator that every institution reports from the year 2000 on, and that may jump; those that come later don't. */
    public World indicator(String code, String unit, int months, String overInstitutions, String overTime) {
        return indicator(code, unit, months, overInstitutions, overTime, null, null, null);
    }

    /** The ratio of two indicators, times a factor that brings it to its unit. */
    public World ratio(String code, String unit, String numerator, String denominator, String factor) {
        return indicator(code, unit, 12, "ratio", "ratio", id(numerator), id(denominator), new BigDecimal(factor));
    }

    private World indicator(
            String code,
            String unit,
            int months,
            String overInstitutions,
            String overTime,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            @Nullable BigDecimal factor) {
        int indicator = sql.insertInto(INDICATOR, INDICATOR.CODE, INDICATOR.SORT)
                .values(code, (short) 1)
                .returningResult(INDICATOR.ID)
                .fetchSingle()
                .value1();
        var v = sql.newRecord(INDICATOR_VERSION);
        v.setIndicatorId(indicator);
        v.setVersion(1);
        v.setTheme("waste");
        v.setLevel("outcome");
        v.setNameEs(code);
        v.setNameEn(code);
        v.setNameDe(code);
        v.setDefinitionEs("");
        v.setDefinitionEn("");
        v.setDefinitionDe("");
        v.setVerificationEs("");
        v.setVerificationEn("");
        v.setVerificationDe("");
        v.setUnit(unit);
        v.setDirection((short) -1);
        v.setPeriodMonths((short) months);
        v.setOverInstitutions(overInstitutions);
        v.setOverTime(overTime);
        v.setNumeratorId(numerator);
        v.setDenominatorId(denominator);
        v.setRatioFactor(factor);
        v.setMinimum(BigDecimal.ZERO);
        v.setMaximum(new BigDecimal("1e12"));
        v.setAllowedJumpPercent(ANY_JUMP);
        v.setKnownFrom(begin);
        v.insert();
        sql.execute(
                "insert into assignment (institution_id, indicator_id, period_months, valid_from, known_from)"
                        + " select id, ?, ?, ?, ?::timestamptz from institution",
                indicator,
                (short) months,
                BEGIN,
                begin);
        sql.insertInto(
                        PROGRAMME_INDICATOR,
                        PROGRAMME_INDICATOR.PROGRAMME_ID,
                        PROGRAMME_INDICATOR.INDICATOR_ID,
                        PROGRAMME_INDICATOR.SORT)
                .values(programme, indicator, (short) 1)
                .execute();
        return this;
    }

    /** From the year 2000 on an indicator follows from others; nobody reports it. */
    public World formula(String indicator, String expression) {
        return formula(indicator, expression, BEGIN);
    }

    /** From a day on an indicator follows from others; nobody reports it any more. */
    public World formula(String indicator, String expression, LocalDate from) {
        var vocabulary = new Formulas(sql).vocabulary(AsOf.NOW);
        if (!(Formula.parse(expression, vocabulary) instanceof Formula formula)) {
            throw new IllegalArgumentException(expression);
        }
        Instant now = advance();
        int version = sql.fetchSingle(
                                "with closed as (update formula set known_until = ?::timestamptz where indicator_id = ?"
                                        + " and known_until = 'infinity')"
                                        + " select coalesce(max(version), 0) from formula where indicator_id = ?",
                                now,
                                id(indicator),
                                id(indicator))
                        .get(0, Integer.class)
                + 1;
        int made = sql.fetchSingle(
                        "insert into formula (indicator_id, valid_from, version, expression, known_from)"
                                + " values (?, ?, ?, ?, ?::timestamptz) returning id",
                        id(indicator),
                        from,
                        version,
                        expression,
                        now)
                .get(0, Integer.class);
        formula.expression().parts().forEach(part -> {
            if (part instanceof Expression.IndicatorValue value) {
                sql.execute(
                        "insert into formula_input values (?, ?, ?) on conflict do nothing",
                        made,
                        id(value.code()),
                        value.periodsBack());
            }
            if (part instanceof Expression.FactorValue value) {
                sql.execute(
                        "insert into formula_factor select ?, id from factor where code = ? on conflict do nothing",
                        made,
                        value.code());
            }
            if (part instanceof Expression.TallyValue value) {
                sql.execute("insert into formula_tally values (?, ?) on conflict do nothing", made, value.tally());
            }
        });
        sql.execute("delete from assignment where indicator_id = ?", id(indicator));
        return this;
    }

    /** An entry of the register adds to what is counted of an institution. */
    public World counted(String institution, String tally, String day, int amount) {
        return counted("E" + sql.fetchCount(ENTRY), institution, tally, day, amount);
    }

    /** The next version of an entry adds this and nothing else to what is counted. */
    public World counted(String entry, String institution, String tally, String day, int amount) {
        return recorded(
                entry,
                false,
                (tx, version) -> tx.execute(
                        "insert into entry_tally select ?, ?, id, ?::date, ? from institution where code = ?",
                        version,
                        tally,
                        day,
                        amount,
                        institution));
    }

    /** An entry of the register is taken back. */
    public World withdrawn(String entry) {
        return recorded(entry, true, (tx, version) -> {});
    }

    private World recorded(String code, boolean withdrawn, BiConsumer<DSLContext, Long> adds) {
        sql.transaction(configuration -> {
            DSLContext tx = configuration.dsl();
            Instant now = tx.fetchSingle("select advance_knowledge('world')").get(0, Instant.class);
            tx.execute("insert into entry (kind, code) values ('event', ?) on conflict do nothing", code);
            tx.execute("""
                    update entry_version set known_until = ?::timestamptz
                    where known_until = 'infinity' and entry_id = (select id from entry where code = ?)
                    """, now, code);
            long version = tx.fetchSingle("""
                            insert into entry_version (entry_id, version, withdrawn, content, title_es, title_en, title_de,
                                                       keeper, countries, day, illustrative, source, author, reason,
                                                       words_es, words_en, words_de, known_from)
                            select e.id, 1 + (select count(*) from entry_version v where v.entry_id = e.id), ?, '{}',
                                   e.code || ' es', e.code || ' en', e.code || ' de', 'CL', '{CL}', null, false, 'Test',
                                   'manager', 'because', '', '', '', ?::timestamptz
                            from entry e where e.code = ?
                            returning id
                            """, withdrawn, now, code).get(0, Long.class);
            adds.accept(tx, version);
            Recount.touch(tx, "entry " + code, now, null);
        });
        return this;
    }

    /** A factor without a value. */
    public World factor(String code, String kind, String unit) {
        sql.execute(
                "insert into factor (code, kind, category, gas, unit, name_es, name_en, name_de, sort)"
                        + " values (?, ?, 'general', 'any', ?, ?, ?, ?, 1)",
                code,
                kind,
                unit,
                code,
                code,
                code);
        return this;
    }

    /**
     * The next version of a factor's value for everywhere, since the year 2000.
     *
     * @param variant AR5 or AR6 of a global warming potential; else empty
     * @param uncertainty half-width of its 95 % range; null where none is stated
     */
    public World value(String factor, String variant, String value, @Nullable String uncertainty) {
        Instant now = advance();
        sql.execute(
                "update factor_version set known_until = ?::timestamptz where known_until = 'infinity' and variant = ?"
                        + " and factor_id = (select id from factor where code = ?)",
                now,
                variant,
                factor);
        sql.execute(
                "insert into factor_version (factor_id, variant, valid_from, version, value, lower, upper, source_title,"
                        + " known_from) select f.id, ?, ?, 1 + (select count(*) from factor_version v where v.factor_id ="
                        + " f.id and v.variant = ?), x.value, x.value - x.half, x.value + x.half, 'Test', ?::timestamptz"
                        + " from factor f, (select ?::numeric as value, ?::numeric as half) x where f.code = ?",
                variant,
                BEGIN,
                variant,
                now,
                value,
                uncertainty,
                factor);
        return this;
    }

    /** Half-width of the 95 % interval of a reported value, in per cent of it. */
    public World uncertainty(String indicator, String percent) {
        sql.execute(
                "update indicator_version set uncertainty_percent = ?::numeric where indicator_id = ?",
                percent,
                id(indicator));
        return this;
    }

    /** A dimension with its codes, allowed for an indicator. */
    public World dimension(String indicator, String dimension, String... codes) {
        sql.insertInto(DIMENSION)
                .values(dimension, dimension, dimension, dimension)
                .execute();
        for (String code : codes) {
            sql.insertInto(DIMENSION_CODE)
                    .values(dimension, code, code, code, code, 1)
                    .execute();
        }
        sql.insertInto(INDICATOR_DIMENSION).values(id(indicator), dimension).execute();
        return this;
    }

    /** Where in its country an institution is, and in what line. */
    public World place(String institution, String region, String sector) {
        sql.execute("update institution set region = ?, sector = ? where code = ?", region, sector, institution);
        return this;
    }

    /** How the programme estimates institutions that are missing. */
    public World estimated(String indicator, String method) {
        sql.execute("update programme_indicator set estimation = ? where indicator_id = ?", method, id(indicator));
        return this;
    }

    /** The programme's fiscal year begins in a month. */
    public World fiscalYearFrom(int month) {
        sql.execute("update programme set fiscal_start = ?", month);
        return this;
    }

    /** An institution leaves the programme, as becomes known now. */
    public World leaves(String institution, LocalDate on) {
        Instant now = advance();
        sql.execute("""
                with closed as (
                    update participation_version m set known_until = ?::timestamptz
                    from institution i
                    where i.id = m.institution_id and i.code = ? and m.known_until = 'infinity'
                    returning m.programme_id, m.institution_id, m.valid_from)
                insert into participation_version (programme_id, institution_id, valid_from, valid_until, known_from)
                select programme_id, institution_id, valid_from, ?::date, ?::timestamptz from closed
                """, now, institution, on, now);
        return this;
    }

    /** The period that the programme starts from. */
    public World baseline(String indicator, String period) {
        return baseline(indicator, period, null);
    }

    /** The period that the programme starts from, with a value of its own. */
    public World baseline(String indicator, String period, @Nullable String value) {
        ReportingPeriod from = ReportingPeriod.parse(period).orElseThrow();
        var row = sql.newRecord(BASELINE);
        row.setProgrammeIndicatorId(programmeIndicator(indicator));
        row.setVersion(1);
        row.setPeriodStart(from.start());
        row.setPeriodMonths((short) from.months());
        row.setValue(value == null ? null : new BigDecimal(value));
        row.setNoteEs("");
        row.setNoteEn("");
        row.setNoteDe("");
        row.setKnownFrom(begin);
        row.insert();
        return this;
    }

    /** The next version of what the programme wants to reach. */
    public World target(String indicator, String period, String value) {
        ReportingPeriod until = ReportingPeriod.parse(period).orElseThrow();
        Instant now = advance();
        int programmeIndicator = programmeIndicator(indicator);
        int version = sql.update(TARGET)
                        .set(TARGET.KNOWN_UNTIL, now)
                        .where(TARGET.PROGRAMME_INDICATOR_ID.eq(programmeIndicator))
                        .and(TARGET.PERIOD_START.eq(until.start()))
                        .and("known_until = 'infinity'")
                        .execute()
                + sql.fetchCount(TARGET, TARGET.PROGRAMME_INDICATOR_ID.eq(programmeIndicator));
        var row = sql.newRecord(TARGET);
        row.setCode(indicator + "-" + period);
        row.setVersion(version + 1);
        row.setProgrammeIndicatorId(programmeIndicator);
        row.setPeriodStart(until.start());
        row.setPeriodMonths((short) until.months());
        row.setValue(new BigDecimal(value));
        row.setStatementEs("");
        row.setStatementEn("");
        row.setStatementDe("");
        row.setSourceTitle("Test");
        row.setSourceUrl("https://example.org");
        row.setDecidedOn(BEGIN);
        row.setKnownFrom(now);
        row.insert();
        return this;
    }

    /** Ends an institution's duty to report an indicator. */
    public World endsReporting(String institution, String indicator, LocalDate on) {
        sql.update(ASSIGNMENT)
                .set(ASSIGNMENT.VALID_UNTIL, on)
                .where(ASSIGNMENT.INDICATOR_ID.eq(id(indicator)))
                .and(ASSIGNMENT.INSTITUTION_ID.eq(sql.select(INSTITUTION.ID)
                        .from(INSTITUTION)
                        .where(INSTITUTION.CODE.eq(institution))
                        .fetchSingle()
                        .value1()))
                .execute();
        return this;
    }

    private int id(String indicator) {
        return sql.select(INDICATOR.ID)
                .from(INDICATOR)
                .where(INDICATOR.CODE.eq(indicator))
                .fetchSingle()
                .value1();
    }

    private int programmeIndicator(String indicator) {
        return sql.select(PROGRAMME_INDICATOR.ID)
                .from(PROGRAMME_INDICATOR)
                .where(PROGRAMME_INDICATOR.INDICATOR_ID.eq(id(indicator)))
                .fetchSingle()
                .value1();
    }
}
