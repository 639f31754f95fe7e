package org.scpmonitor.catalogue;

import static org.scpmonitor.schema.tables.Factor.FACTOR;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.scpmonitor.catalogue.CatalogueDocument.Factor;
import org.scpmonitor.catalogue.CatalogueDocument.FactorValue;
import org.scpmonitor.catalogue.CatalogueDocument.Source;
import org.scpmonitor.factor.FactorVersions;
import org.scpmonitor.factor.FactorVersions.Wanted;
import org.scpmonitor.listing.Known;
import org.scpmonitor.text.Text;

/** The factors of the catalogue, each with the values known. */
record FactorExport(DSLContext sql) {

    List<Factor> factors(Known known) {
        Map<Integer, List<FactorValue>> values = new FactorVersions(sql)
                .list(known).stream()
                        .collect(Collectors.groupingBy(
                                version -> version.line().factor(),
                                Collectors.mapping(FactorExport::value, Collectors.toList())));
        return sql.selectFrom(FACTOR)
                .orderBy(FACTOR.SORT, FACTOR.CODE)
                .fetch(row -> new Factor(
                        row.getCode(),
                        row.getKind(),
                        row.getCategory(),
                        row.getScope() == null ? null : row.getScope().intValue(),
                        row.getGas(),
                        row.getBiogenic(),
                        row.getUnit(),
                        row.getDimension(),
                        new Text(row.getNameEs(), row.getNameEn(), row.getNameDe()),
                        values.getOrDefault(row.getId(), List.of())));
    }

    private static FactorValue value(Wanted version) {
        var line = version.line();
        var content = version.content();
        return new FactorValue(
                line.country(),
                line.variant().isEmpty() ? null : line.variant(),
                line.from(),
                content.until(),
                content.value(),
                content.lower(),
                content.upper(),
                null,
                new Source(content.sourceTitle(), content.sourceUrl()),
                content.note().es().isEmpty() ? null : content.note(),
                content.illustrative(),
                version.reason().isEmpty() ? null : version.reason());
    }
}
