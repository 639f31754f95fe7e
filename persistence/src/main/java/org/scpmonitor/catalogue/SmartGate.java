package org.scpmonitor.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueProblem.Code;

/**
 * What keeps a draft from being activated: an indicator is specific, measurable, attainable, relevant and dated only
 * with a unit, a direction, a source of verification, and in one of the programmes that follow it a baseline and a target
 * with its deadline; the others may watch it without. An indicator that others are made of needs no programme of its own.
 */
public final class SmartGate {
    private SmartGate() {}

    /**
     * One thing that is missing.
     *
     * @param programme where; empty for what the indicator itself lacks
     * @param member of the indicator, or {@code baseline}, {@code targets}; {@code programmes} where none follows it
     */
    public record Missing(String programme, String member) {}

    /** All that an indicator of the document lacks; nothing for one that can be activated. */
    public static List<Missing> missing(CatalogueDocument document, String code) {
        List<Missing> missing = new ArrayList<>();
        document.indicators().stream()
                .filter(indicator -> indicator.code().equals(code))
                .forEach(indicator -> {
                    Stream.of(
                                    new String[] {"unit", indicator.unit()},
                                    new String[] {"direction", indicator.direction()},
                                    new String[] {
                                        "verification", indicator.verification().es()
                                    })
                            .filter(member -> member[1].isBlank())
                            .forEach(member -> missing.add(new Missing("", member[0])));
                });
        List<Missing> lacking = new ArrayList<>();
        boolean followed = false;
        for (Programme programme : document.programmes()) {
            for (ProgrammeIndicator each : programme.indicators()) {
                if (each.indicator().equals(code)) {
                    followed = true;
                    if (each.baseline() != null && !each.targets().isEmpty()) {
                        return missing;
                    }
                    if (each.baseline() == null) {
                        lacking.add(new Missing(programme.code(), "baseline"));
                    }
                    if (each.targets().isEmpty()) {
                        lacking.add(new Missing(programme.code(), "targets"));
                    }
                }
            }
        }
        if (!entersOthers(document, code)) {
            missing.addAll(followed ? lacking : List.of(new Missing("", "programmes")));
        }
        return missing;
    }

    private static boolean entersOthers(CatalogueDocument document, String code) {
        return document.indicators().stream()
                .flatMap(indicator -> Stream.of(indicator.numerator(), indicator.denominator(), indicator.weight()))
                .filter(Objects::nonNull)
                .anyMatch(code::equals);
    }

    /** A problem for each of these drafts that the document would activate though something is missing. */
    static List<CatalogueProblem> refused(CatalogueDocument document, Set<String> drafts) {
        var problems = new Problems();
        for (int i = 0; i < document.indicators().size(); i++) {
            Indicator indicator = document.indicators().get(i);
            boolean activated = indicator.state() == null || indicator.state().equals(IndicatorExport.ACTIVE);
            if (activated && drafts.contains(indicator.code())) {
                List<Missing> missing = missing(document, indicator.code());
                if (!missing.isEmpty()) {
                    problems.add(
                            "$.indicators[" + i + "].state",
                            Code.NOT_SMART,
                            indicator.code(),
                            missing.stream()
                                    .map(each -> (each.programme() + " " + each.member()).strip())
                                    .collect(Collectors.joining(", ")));
                }
            }
        }
        return problems.found();
    }
}
