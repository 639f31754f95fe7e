package org.scpmonitor.indicator;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.scpmonitor.schema.Tables.CURRENT_INDICATOR;
import static org.scpmonitor.schema.Tables.PROGRAMME_INDICATOR;
import static org.scpmonitor.schema.Tables.THEME;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.scpmonitor.text.Text;
import org.springframework.stereotype.Repository;

/** Reads the indicators of the catalogue. */
@Repository
public class IndicatorQueries {
    private final DSLContext sql;

    IndicatorQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** An indicator to choose. */
    public record Choice(String code, Text name, Text theme) {}

    /** Every indicator that a programme has, by theme. */
    public List<Choice> listChoices() {
        return sql.select(
                        CURRENT_INDICATOR.CODE,
                        row(CURRENT_INDICATOR.NAME_ES, CURRENT_INDICATOR.NAME_EN, CURRENT_INDICATOR.NAME_DE)
                                .mapping(Text::new),
                        row(THEME.NAME_ES, THEME.NAME_EN, THEME.NAME_DE).mapping(Text::new))
                .from(CURRENT_INDICATOR)
                .join(THEME)
                .on(THEME.CODE.eq(CURRENT_INDICATOR.THEME))
                .whereExists(selectOne()
                        .from(PROGRAMME_INDICATOR)
                        .where(PROGRAMME_INDICATOR.INDICATOR_ID.eq(CURRENT_INDICATOR.INDICATOR_ID)))
                .orderBy(THEME.SORT, CURRENT_INDICATOR.SORT)
                .fetch(Records.mapping(Choice::new));
    }
}
