package org.scpmonitor.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scpmonitor.catalogue.CatalogueDocument.Country;
import org.scpmonitor.catalogue.CatalogueDocument.Dimension;
import org.scpmonitor.catalogue.CatalogueDocument.Factor;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueDocument.Institution;
import org.scpmonitor.catalogue.CatalogueDocument.Named;
import org.scpmonitor.catalogue.CatalogueDocument.Notice;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueProblem.Code;

/** Checks a whole document before any of it is stored: every reference must lead to something in the document itself. */
final class CatalogueCheck {
    private static final List<String> INSTITUTION_KINDS = List.of("ministry", "agency", "municipality", "buyer");

    private CatalogueCheck() {}

    /** What the document defines, for others to refer to. */
    record Defined(
            Set<String> countries,
            Set<String> themes,
            Set<String> dimensions,
            Map<String, Institution> institutions,
            Map<String, Indicator> indicators,
            Set<String> programmes) {}

    /** All problems, or none: then it can be stored. */
    static List<CatalogueProblem> problems(CatalogueDocument document) {
        var problems = new Problems();
        if (!document.schema().equals(CatalogueDocument.SCHEMA)) {
            problems.add("$.schema", Code.OTHER_SCHEMA, document.schema(), CatalogueDocument.SCHEMA);
            return problems.found();
        }
        problems.codes("$.notices", document.notices(), Notice::code);
        problems.codes("$.institutions", document.institutions(), Institution::code);
        problems.codes("$.factors", document.factors(), Factor::code);
        problems.codes("$.indicators", document.indicators(), Indicator::code);
        var defined = new Defined(
                problems.codes("$.countries", document.countries(), Country::code),
                problems.codes("$.themes", document.themes(), Named::code),
                problems.codes("$.dimensions", document.dimensions(), Dimension::code),
                byCode(document.institutions(), Institution::code),
                byCode(document.indicators(), Indicator::code),
                problems.codes("$.programmes", document.programmes(), Programme::code));
        names(document, problems);
        institutions(document, defined, problems);
        new FactorRules(document, defined, problems).check();
        new IndicatorRules(defined, problems).check(document.indicators());
        new ProgrammeRules(defined, problems).check(document.programmes());
        new ReportingRules(document, defined, problems).check();
        MappingParts.check(document.mappings(), defined, problems);
        return problems.found();
    }

    private static void names(CatalogueDocument document, Problems problems) {
        for (int i = 0; i < document.notices().size(); i++) {
            problems.notEmpty(
                    "$.notices[" + i + "].text", document.notices().get(i).text());
        }
        for (int i = 0; i < document.countries().size(); i++) {
            Country country = document.countries().get(i);
            String path = "$.countries[" + i + "]";
            problems.notEmpty(path + ".name", country.name());
            lengthOf(path + ".code", country.code(), 2, problems);
            lengthOf(path + ".iso3", country.iso3(), 3, problems);
        }
        for (int i = 0; i < document.themes().size(); i++) {
            problems.notEmpty(
                    "$.themes[" + i + "].name", document.themes().get(i).name());
        }
        for (int i = 0; i < document.dimensions().size(); i++) {
            Dimension dimension = document.dimensions().get(i);
            String path = "$.dimensions[" + i + "]";
            problems.notEmpty(path + ".name", dimension.name());
            problems.codes(path + ".codes", dimension.codes(), Named::code);
            for (int j = 0; j < dimension.codes().size(); j++) {
                problems.notEmpty(
                        path + ".codes[" + j + "].name",
                        dimension.codes().get(j).name());
            }
        }
    }

    private static void lengthOf(String path, String code, int length, Problems problems) {
        if (code.length() != length) {
            problems.add(path, Code.BAD_CODE, code);
        }
    }

    private static void institutions(CatalogueDocument document, Defined defined, Problems problems) {
        for (int i = 0; i < document.institutions().size(); i++) {
            Institution institution = document.institutions().get(i);
            String path = "$.institutions[" + i + "]";
            problems.known(path + ".country", institution.country(), defined.countries(), "$.countries");
            problems.oneOf(path + ".kind", institution.kind(), INSTITUTION_KINDS);
            problems.notEmpty(path + ".name", institution.name());
        }
    }

    private static <T> Map<String, T> byCode(List<T> items, Function<T, String> code) {
        return items.stream().collect(Collectors.toMap(code, item -> item, (first, second) -> first));
    }
}
