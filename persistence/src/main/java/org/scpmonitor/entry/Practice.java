package org.scpmonitor.entry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Text;

/**
 * Something that worked, told so that others can take it over.
 *
 * @param indicator the figure that shows its result, with its period
 * @param period such as {@code 2011} or {@code 2011-Q2}
 * @param contact the function to turn to; never a person's name
 */
public record Practice(
        Text title,
        @From(CatalogueList.COUNTRY) String country,
        @From(CatalogueList.INSTITUTION) @Nullable String institution,
        @Of(Kind.TOPIC) @Nullable String topic,
        @Nullable PartialDate begins,
        @Prose Text problem,
        @Prose Text measure,
        @Prose Text result,
        @From(CatalogueList.INDICATOR) @Nullable String indicator,
        @Nullable String period,
        @Prose @Nullable Text cost,
        @Prose @Nullable Text transferability,
        @Nullable Text contact,
        @Nullable String website)
        implements Content {

    @Override
    public Text title(Names names) {
        return title;
    }

    @Override
    public String keeper() {
        return country;
    }

    @Override
    public @Nullable PartialDate when() {
        return begins;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.address(flaws, "website", website);
        if ((indicator == null) != (period == null)) {
            flaws.add(Flaw.at(indicator == null ? "indicator" : "period", Flaw.Code.HALF_A_FIGURE));
        }
        if (period != null && ReportingPeriod.parse(period).isEmpty()) {
            flaws.add(Flaw.at("period", Flaw.Code.NOT_A_PERIOD, period));
        }
        return flaws;
    }
}
