package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.CatalogueDocument.Baseline;
import org.scpmonitor.catalogue.CatalogueDocument.Programme;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueDocument.Target;
import org.scpmonitor.catalogue.CatalogueProblem.Code;

/** A programme's indicators can be assessed: from a baseline, towards a dated target with a source. */
final class ProgrammeRules {
    private static final List<String> METHODS = List.of("linear", "growth", "un");
    private static final List<String> SECOND_APPROVALS = List.of("coordinator", "manager", "expert");
    private static final List<String> ESTIMATIONS = List.of("carried_forward", "interpolated", "baseline_share");
    private static final List<String> GWP_SETS = List.of("AR5", "AR6");

    private final CatalogueCheck.Defined defined;
    private final Problems problems;
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<Line, String> codes = new HashMap<>();
    private final Map<String, Target> latest = new HashMap<>();

    /** What the versions of one target share. */
    private record Line(String programme, String indicator, ReportingPeriod period, boolean conditional) {}

    ProgrammeRules(CatalogueCheck.Defined defined, Problems problems) {
        this.defined = defined;
        this.problems = problems;
    }

    void check(List<Programme> programmes) {
        for (int i = 0; i < programmes.size(); i++) {
            check("$.programmes[" + i + "]", programmes.get(i));
        }
    }

    private void check(String path, Programme programme) {
        problems.known(path + ".country", programme.country(), defined.countries(), "$.countries");
        problems.notEmpty(path + ".name", programme.name());
        problems.notEmpty(path + ".description", programme.description());
        problems.oneOf(path + ".defaultMethod", programme.defaultMethod(), METHODS);
        problems.oneOf(path + ".gwpSet", programme.gwpSet(), GWP_SETS);
        if (programme.secondApproval() != null) {
            problems.oneOf(path + ".secondApproval", programme.secondApproval(), SECOND_APPROVALS);
        }
        Integer month = programme.fiscalStart();
        if (month != null && (month < 1 || month > 12)) {
            problems.add(path + ".fiscalStart", Code.OUT_OF_RANGE, month, "1", "12");
        }
        BigDecimal threshold = programme.coverageThreshold();
        if (threshold.signum() < 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
            problems.add(path + ".coverageThreshold", Code.OUT_OF_RANGE, threshold.toPlainString(), "0", "1");
        }
        if (programme.endsOn() != null && !programme.endsOn().isAfter(programme.startsOn())) {
            problems.add(path + ".endsOn", Code.ENDS_BEFORE_START, programme.startsOn(), programme.endsOn());
        }
        Set<String> seen = new HashSet<>();
        boolean headline = false;
        for (int i = 0; i < programme.indicators().size(); i++) {
            ProgrammeIndicator followed = programme.indicators().get(i);
            String at = path + ".indicators[" + i + "]";
            if (!seen.add(followed.indicator())) {
                problems.add(at + ".indicator", Code.DUPLICATE, followed.indicator());
            }
            if (followed.headline() && headline) {
                problems.add(at + ".headline", Code.SECOND_HEADLINE, followed.indicator());
            }
            headline |= followed.headline();
            check(at, programme, followed);
        }
    }

    private void check(String path, Programme programme, ProgrammeIndicator followed) {
        problems.known(
                path + ".indicator", followed.indicator(), defined.indicators().keySet(), "$.indicators");
        problems.known(
                path + ".responsible",
                followed.responsible(),
                defined.institutions().keySet(),
                "$.institutions");
        if (followed.estimation() != null) {
            problems.oneOf(path + ".estimation", followed.estimation(), ESTIMATIONS);
        }
        Baseline baseline = followed.baseline();
        if (followed.headline() && (baseline == null || followed.targets().isEmpty())) {
            problems.add(path, Code.NOT_ASSESSABLE, followed.indicator());
        }
        if (baseline == null
                && !(followed.targets().isEmpty() && followed.milestones().isEmpty())) {
            problems.add(path + ".baseline", Code.NO_BASELINE, followed.indicator());
        }
        for (int i = 0; i < followed.milestones().size(); i++) {
            notBefore(baseline, followed.milestones().get(i).period(), path + ".milestones[" + i + "].period");
        }
        for (int i = 0; i < followed.targets().size(); i++) {
            Target target = followed.targets().get(i);
            String at = path + ".targets[" + i + "]";
            notBefore(baseline, target.period(), at + ".period");
            problems.notEmpty(at + ".statement", target.statement());
            problems.notEmpty(at + ".source.title", target.source().title());
            if (target.source().url() == null && !target.illustrative()) {
                problems.add(at + ".source", Code.NO_SOURCE, target.code());
            }
            version(at, programme, followed, target);
        }
    }

    private void notBefore(@Nullable Baseline baseline, ReportingPeriod period, String path) {
        if (baseline != null
                && (period.months() != baseline.period().months()
                        || !period.start().isAfter(baseline.period().start()))) {
            problems.add(path, Code.NOT_AFTER_BASELINE, period, baseline.period());
        }
    }

    private void version(String path, Programme programme, ProgrammeIndicator followed, Target target) {
        var line = new Line(programme.code(), followed.indicator(), target.period(), target.conditional());
        if (!lines.computeIfAbsent(target.code(), first -> line).equals(line)) {
            problems.add(path + ".code", Code.OTHER_TARGET, target.code());
            return;
        }
        String other = codes.computeIfAbsent(line, first -> target.code());
        if (!other.equals(target.code())) {
            problems.add(path + ".code", Code.SAME_TARGET, target.code(), other);
        }
        Target earlier = latest.put(target.code(), target);
        int expected = earlier == null ? 1 : earlier.version() + 1;
        if (target.version() != expected
                || (earlier != null && target.decidedOn().isBefore(earlier.decidedOn()))) {
            problems.add(path + ".version", Code.VERSIONS_OUT_OF_ORDER, target.code());
        }
    }
}
