package org.scpmonitor.entry;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.text.Text;

/**
 * What public and private sector agree on.
 *
 * @param institution the public side
 * @param sector of the economy
 * @param signed null while it is being negotiated
 */
public record Agreement(
        Text title,
        @From(CatalogueList.COUNTRY) String country,
        @From(CatalogueList.INSTITUTION) String institution,
        Text sector,
        @Of(Kind.TOPIC) @Nullable String topic,
        @Nullable PartialDate signed,
        @Nullable PartialDate ends,
        @Prose @Nullable Text purpose,
        List<Signatory> signatories,
        List<Commitment> commitments,
        List<Audit> audits,
        List<Certificate> certificates)
        implements Content {

    public Agreement {
        signatories = List.copyOf(signatories);
        commitments = List.copyOf(commitments);
        audits = List.copyOf(audits);
        certificates = List.copyOf(certificates);
    }

    /**
     * An organisation that signed.
     *
     * @param institution the same in the catalogue of those who report; null where it doesn't report
     */
    public record Signatory(
            String name,
            Side side,
            @From(CatalogueList.INSTITUTION) @Nullable String institution) {
        public enum Side {
            PUBLIC,
            PRIVATE
        }
    }

    /**
     * What they want to reach.
     *
     * @param indicator by which it is seen; the signatories' own reported figures add up to it
     * @param target its value, in the indicator's unit
     */
    public record Commitment(
            @Prose Text what,
            @From(CatalogueList.INDICATOR) @Nullable String indicator,
            @Nullable BigDecimal target,
            @Between(least = 1990, most = 2100) @Nullable Integer year) {}

    /** @param share of the commitments that were met, in per cent */
    public record Audit(
            PartialDate date,
            Text auditor,
            @Between(least = 0, most = 100) @Nullable BigDecimal share,
            @Prose @Nullable Text result) {}

    public record Certificate(
            String holder, PartialDate issued, @Nullable PartialDate expires) {}

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
        return signed;
    }

    @Override
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        Checks.order(flaws, "ends", signed, ends);
        for (int i = 0; i < commitments.size(); i++) {
            Commitment each = commitments.get(i);
            if (each.target() != null && each.indicator() == null) {
                flaws.add(Flaw.at("commitments[" + i + "].indicator", Flaw.Code.MISSING));
            }
        }
        for (int i = 0; i < certificates.size(); i++) {
            Certificate each = certificates.get(i);
            Checks.order(flaws, "certificates[" + i + "].expires", each.issued(), each.expires());
        }
        return flaws;
    }

    @Override
    public List<Counted> counted() {
        return signed == null
                ? List.of()
                : List.of(new Counted(Tally.AGREEMENTS_SIGNED, institution, signed.last(), 1));
    }
}
