package org.scpmonitor.indicator;

import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.COUNTRY;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.PROGRAMME;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.Tables.THEME;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads what the filters of a screen of figures offer, in one statement. */
@Repository
public class FigureChoices {
    private final DSLContext sql;

    FigureChoices(DSLContext sql) {
        this.sql = sql;
    }

    /** What a screen of figures can be asked for. */
    public record Choices(List<Choice> indicators, List<Country> countries) {
        /** The themes of the indicators, once each. */
        public List<Choice> themes() {
            return indicators.stream()
                    .map(each -> new Choice(each.theme(), each.themeName(), each.theme(), each.themeName()))
                    .distinct()
                    .toList();
        }
    }

    /** An indicator to choose. */
    public record Choice(String code, Text name, String theme, Text themeName) {}

    /** A country with a programme. */
    public record Country(String code, Text name) {}

    /** Every indicator that a programme has, by theme, and the programmes' countries in their order. */
    public Choices find() {
        return sql.select(choosable(), countries()).fetchSingle(Records.mapping(Choices::new));
    }

    private static Field<List<Choice>> choosable() {
        return multiset(select(
                                CURRENT_INDICATOR.CODE,
                                row(CURRENT_INDICATOR.NAME_ES, CURRENT_INDICATOR.NAME_EN, CURRENT_INDICATOR.NAME_DE)
                                        .mapping(Text::new),
                                THEME.CODE,
                                row(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE).mapping(Text::new))
                        .from(CURRENT_INDICATOR)
                        .join(THEME)
                        .on(THEME.CODE.eq(CURRENT_INDICATOR.THEME))
                        .whereExists(selectOne()
                                .from(PROGRAMME_INDICATOR)
                                .where(PROGRAMME_INDICATOR.INDICATOR_ID.eq(CURRENT_INDICATOR.INDICATOR_ID)))
                        .orderBy(THEME.SORT, CURRENT_INDICATOR.SORT))
                .convertFrom(rows -> rows.map(Records.mapping(Choice::new)));
    }

    private static Field<List<Country>> countries() {
        return multiset(select(
                                COUNTRY.CODE,
                                row(COUNTRY.NAME_ES, COUNTRY.NAME_EN, COUNTRY.NAME_DE)
                                        .mapping(Text::new))
                        .from(PROGRAMME)
                        .join(COUNTRY)
                        .on(COUNTRY.CODE.eq(PROGRAMME.COUNTRY))
                        .orderBy(PROGRAMME.SORT))
                .convertFrom(rows -> rows.map(Records.mapping(Country::new)));
    }
}
