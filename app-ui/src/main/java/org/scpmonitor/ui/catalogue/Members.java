package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The names of the document's members in the reader's language; codes between them stay as they are. */
final class Members {
    private static final Set<String> LANGUAGES = Set.of("es", "en", "de");

    private static final Set<String> NAMED = Set.of(
            "indicators",
            "factors",
            "programmes",
            "participations",
            "assignments",
            "calendar",
            "mappings",
            "institutions",
            "countries",
            "themes",
            "dimensions",
            "notices",
            "code",
            "codes",
            "name",
            "text",
            "definition",
            "methodNote",
            "verification",
            "unit",
            "direction",
            "periodicity",
            "aggregationOverInstitutions",
            "aggregationOverTime",
            "numerator",
            "denominator",
            "weight",
            "minimum",
            "maximum",
            "allowedJumpPercent",
            "cumulative",
            "population",
            "sdgIndicator",
            "sdgSeries",
            "uncertaintyPercent",
            "state",
            "formulas",
            "expression",
            "from",
            "until",
            "theme",
            "level",
            "country",
            "description",
            "legalBasis",
            "startsOn",
            "endsOn",
            "baselineYear",
            "coverageThreshold",
            "defaultMethod",
            "gwpSet",
            "secondApproval",
            "fiscalStart",
            "indicator",
            "headline",
            "responsible",
            "estimation",
            "baseline",
            "milestones",
            "targets",
            "period",
            "value",
            "values",
            "note",
            "source",
            "title",
            "url",
            "illustrative",
            "version",
            "decidedOn",
            "conditional",
            "statement",
            "derivation",
            "definitionNote",
            "lower",
            "upper",
            "publishedOn",
            "reason",
            "kind",
            "category",
            "scope",
            "gas",
            "biogenic",
            "dimension",
            "variant",
            "acronym",
            "region",
            "sector",
            "document");

    private Members() {}

    /** @param path as {@code targets.MX-NDC-2030 v3.value} */
    static String name(String path) {
        return Arrays.stream(path.split("\\.")).map(Members::part).collect(Collectors.joining(" · "));
    }

    private static String part(String part) {
        if (LANGUAGES.contains(part)) {
            return translate("shell.language." + part);
        }
        return NAMED.contains(part) ? translate("catalogue.member." + part) : part;
    }
}
