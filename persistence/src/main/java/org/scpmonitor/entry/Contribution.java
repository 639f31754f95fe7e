package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * What a partner gives to a cooperation.
 *
 * @param partner the organisation; null where only the country is known
 * @param date the year, month or day that it belongs to; null where the source gives none
 * @param amount money, or what the contribution in kind is valued at
 * @param currency ISO 4217
 */
public record Contribution(
        @Of(Kind.COOPERATION) String cooperation,
        @From(CatalogueList.COUNTRY) String country,
        @Of(Kind.PARTNER) @Nullable String partner,
        Form form,
        Stage stage,
        @Nullable PartialDate date,
        @Between(least = 0, most = 1_000_000_000_000L) BigDecimal amount,
        String currency,
        @Nullable Text note)
        implements Content {

    public enum Form {
        MONEY,
        IN_KIND
    }

    public enum Stage {
        PLANNED,
        COMMITTED,
        SPENT
    }

    @Override
    public Text title(Names names) {
        return Sentences.of(
                "contribution",
                locale -> List.of(
                        (partner == null ? names.country(country) : names.entry(Kind.PARTNER, partner)).in(locale),
                        NumberFormat.getNumberInstance(locale).format(amount) + " " + currency,
                        Labels.in(locale).choice(stage)));
    }

    @Override
    public String keeper() {
        return country;
    }

    @Override
    public @Nullable PartialDate when() {
        return date;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.currency(flaws, "currency", currency);
        return flaws;
    }
}
