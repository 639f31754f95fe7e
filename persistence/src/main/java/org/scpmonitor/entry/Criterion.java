package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * What a product has to be like to count as sustainable when the public sector buys it.
 *
 * @param institution who set it
 * @param validFrom null while it is only proposed
 * @param meeting the indicator of purchases that meet it
 * @param purchases the indicator of all purchases of the product, in the same unit
 * @param spendMeeting the same in money
 * @param spend all of it in money
 * @param impacts calculated indicators of what meeting it avoids
 * @param share the indicator of the share itself, in per cent, where only that is published
 * @param undated shares whose source gives no date: they enter no method
 */
public record Criterion(
        Text title,
        @Of(Kind.PRODUCT) String product,
        @From(CatalogueList.COUNTRY) String country,
        @From(CatalogueList.INSTITUTION) String institution,
        Level level,
        @Prose Text requirement,
        @Prose @Nullable Text verification,
        @Prose @Nullable Text legalBasis,
        @Nullable PartialDate validFrom,
        @Nullable PartialDate validUntil,
        @From(CatalogueList.INDICATOR) @Nullable String meeting,
        @From(CatalogueList.INDICATOR) @Nullable String purchases,
        @From(CatalogueList.INDICATOR) @Nullable String spendMeeting,
        @From(CatalogueList.INDICATOR) @Nullable String spend,
        @From(CatalogueList.INDICATOR) List<String> impacts,
        @From(CatalogueList.INDICATOR) @Nullable String share,
        List<Undated> undated)
        implements Content {

    public Criterion {
        impacts = List.copyOf(impacts);
        undated = List.copyOf(undated);
    }

    /** A share without a date. @param value in per cent */
    public record Undated(
            @Between(least = 0, most = 100) BigDecimal value,
            @Prose Text what,
            String source) {}

    public enum Level {
        CORE,
        COMPREHENSIVE
    }

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
        return validFrom;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.order(flaws, "validUntil", validFrom, validUntil);
        return flaws;
    }

    @Override
    public List<Counted> counted() {
        return validFrom == null
                ? List.of()
                : List.of(new Counted(Tally.CRITERIA_ADOPTED, institution, validFrom.last(), 1));
    }
}
