package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * How a country chooses its priority products and services from a long list: each candidate is scored from 0 to 5 by four
 * criteria, whose weights need not add up to anything.
 *
 * @param impact weight of the environmental impact
 * @param volume weight of how much is bought
 * @param readiness weight of the market's readiness
 * @param will weight of the political will
 * @param chosen the products decided on; empty before the decision
 * @param decidedBy functions of those who decided; never persons' names
 */
public record Selection(
        Text title,
        @From(CatalogueList.COUNTRY) String country,
        @Of(Kind.COOPERATION) @Nullable String cooperation,
        @Between(least = 0, most = 1_000) BigDecimal impact,
        @Between(least = 0, most = 1_000) BigDecimal volume,
        @Between(least = 0, most = 1_000) BigDecimal readiness,
        @Between(least = 0, most = 1_000) BigDecimal will,
        List<Candidate> candidates,
        @Of(Kind.PRODUCT) List<String> chosen,
        @Nullable PartialDate decidedOn,
        @Nullable Text decidedBy,
        @Prose @Nullable Text grounds)
        implements Content {

    public Selection {
        candidates = List.copyOf(candidates);
        chosen = List.copyOf(chosen);
    }

    /** A product with its scores, each from 0 to 5. */
    public record Candidate(
            @Of(Kind.PRODUCT) String product,
            @Between(least = 0, most = 5) BigDecimal impact,
            @Between(least = 0, most = 5) BigDecimal volume,
            @Between(least = 0, most = 5) BigDecimal readiness,
            @Between(least = 0, most = 5) BigDecimal will,
            @Prose @Nullable Text grounds) {}

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
        return decidedOn;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        if (impact.add(volume).add(readiness).add(will).signum() == 0) {
            flaws.add(Flaw.at("impact", Flaw.Code.WEIGHTS_ARE_ZERO));
        }
        List<String> products = candidates.stream().map(Candidate::product).toList();
        Checks.once(flaws, "candidates", "product", products);
        Set<String> known = products.stream().collect(Collectors.toSet());
        for (int i = 0; i < chosen.size(); i++) {
            if (!known.contains(chosen.get(i))) {
                flaws.add(Flaw.at("chosen[" + i + "]", Flaw.Code.NOT_A_CANDIDATE, chosen.get(i)));
            }
        }
        if (!chosen.isEmpty() && decidedOn == null) {
            flaws.add(Flaw.at("decidedOn", Flaw.Code.MISSING));
        }
        return flaws;
    }
}
