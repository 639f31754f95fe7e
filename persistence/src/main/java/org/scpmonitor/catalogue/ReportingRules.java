package org.scpmonitor.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.catalogue.CatalogueDocument.Assignment;
import org.scpmonitor.catalogue.CatalogueDocument.Deadline;
import org.scpmonitor.catalogue.CatalogueDocument.Indicator;
import org.scpmonitor.catalogue.CatalogueDocument.Institution;
import org.scpmonitor.catalogue.CatalogueDocument.Participation;
import org.scpmonitor.catalogue.CatalogueDocument.Selection;
import org.scpmonitor.catalogue.CatalogueProblem.Code;

/**
 * Who takes part, who reports what and by when: by known institutions, for a time that ends after it starts, and once.
 */
final class ReportingRules {
    /** A century after the period at most. */
    private static final int MOST_DAYS = 36_500;

    private final CatalogueDocument document;
    private final CatalogueCheck.Defined defined;
    private final Problems problems;
    private final Set<String> pairs;
    private final Map<List<Object>, String> taken = new HashMap<>();
    private final Set<List<@Nullable Object>> planned = new HashSet<>();

    ReportingRules(CatalogueDocument document, CatalogueCheck.Defined defined, Problems problems) {
        this.document = document;
        this.defined = defined;
        this.problems = problems;
        pairs = document.dimensions().stream()
                .flatMap(dimension -> dimension.codes().stream().map(code -> dimension.code() + "=" + code.code()))
                .collect(Collectors.toSet());
    }

    /** The codes of the institutions that a selection means, in order. */
    static Set<String> selected(Selection selection, List<Institution> institutions) {
        return selection.codes().isEmpty()
                ? institutions.stream()
                        .filter(institution -> institution.country().equals(selection.country())
                                && institution.kind().equals(selection.kind()))
                        .map(Institution::code)
                        .collect(Collectors.toCollection(TreeSet::new))
                : new TreeSet<>(selection.codes());
    }

    void check() {
        for (int i = 0; i < document.participations().size(); i++) {
            Participation participation = document.participations().get(i);
            String path = "$.participations[" + i + "]";
            problems.known(path + ".programme", participation.programme(), defined.programmes(), "$.programmes");
            range(path, participation.from(), participation.until());
            once(path, participation.institutions(), participation.programme(), "", participation.from());
        }
        for (int i = 0; i < document.assignments().size(); i++) {
            check("$.assignments[" + i + "]", document.assignments().get(i));
        }
        for (int i = 0; i < document.calendar().size(); i++) {
            check("$.calendar[" + i + "]", document.calendar().get(i));
        }
    }

    private void check(String path, Deadline deadline) {
        if (deadline.indicators().isEmpty()) {
            problems.add(path + ".indicators", Code.EMPTY);
        }
        problems.known(path + ".country", deadline.country(), defined.countries(), "$.countries");
        if (deadline.timelyDays() < 0 || deadline.timelyDays() > MOST_DAYS) {
            problems.add(path + ".timelyDays", Code.OUT_OF_RANGE, deadline.timelyDays(), 0, MOST_DAYS);
        }
        Integer closed = deadline.closedDays();
        if (closed != null && (closed < deadline.timelyDays() || closed > MOST_DAYS)) {
            problems.add(path + ".closedDays", Code.OUT_OF_RANGE, closed, deadline.timelyDays(), MOST_DAYS);
        }
        for (int i = 0; i < deadline.indicators().size(); i++) {
            String at = path + ".indicators[" + i + "]";
            String code = deadline.indicators().get(i);
            problems.known(at, code, defined.indicators().keySet(), "$.indicators");
            if (!planned.add(Arrays.asList(code, deadline.country(), deadline.from()))) {
                problems.add(at, Code.DUPLICATE, code);
            }
        }
    }

    private void check(String path, Assignment assignment) {
        range(path, assignment.from(), assignment.until());
        problems.oneOf(path + ".periodicity", assignment.periodicity(), IndicatorRules.PERIODICITIES);
        for (int i = 0; i < assignment.indicators().size(); i++) {
            String at = path + ".indicators[" + i + "]";
            String code = assignment.indicators().get(i);
            problems.known(at, code, defined.indicators().keySet(), "$.indicators");
            Optional<Indicator> indicator =
                    Optional.ofNullable(defined.indicators().get(code));
            if (indicator.isPresent()
                    && (indicator.get().numerator() != null
                            || !indicator.get().formulas().isEmpty())) {
                problems.add(at, Code.COMPUTED, code);
            }
            String parts = assignment.disaggregation() == null ? "" : assignment.disaggregation();
            once(path, assignment.institutions(), code, parts, assignment.from());
        }
        if (assignment.disaggregation() != null) {
            for (String pair : assignment.disaggregation().split(";")) {
                problems.known(path + ".disaggregation", pair, pairs, "$.dimensions");
            }
        }
    }

    private void range(String path, LocalDate from, @Nullable LocalDate until) {
        if (until != null && !until.isAfter(from)) {
            problems.add(path + ".until", Code.ENDS_BEFORE_START, from, until);
        }
    }

    /** Each institution of the selection has this role from this day on once only. */
    private void once(String path, Selection selection, String what, String parts, LocalDate from) {
        String at = path + ".institutions";
        boolean byKind = selection.country() != null && selection.kind() != null;
        boolean byCode = selection.country() == null
                && selection.kind() == null
                && !selection.codes().isEmpty();
        if (byCode == (byKind && selection.codes().isEmpty())) {
            problems.add(at, Code.BAD_SELECTION);
            return;
        }
        for (int i = 0; i < selection.codes().size(); i++) {
            problems.known(
                    at + ".codes[" + i + "]",
                    selection.codes().get(i),
                    defined.institutions().keySet(),
                    "$.institutions");
        }
        Set<String> selected = selected(selection, document.institutions());
        if (selected.isEmpty()) {
            problems.add(at, Code.NOBODY);
        }
        for (String institution : selected) {
            if (taken.put(List.of(what, parts, institution, from), path) != null) {
                problems.add(at, Code.ASSIGNED_TWICE, institution, what);
                return;
            }
        }
    }
}
