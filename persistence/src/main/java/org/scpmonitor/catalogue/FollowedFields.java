package org.scpmonitor.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.catalogue.CatalogueDocument.Baseline;
import org.scpmonitor.catalogue.CatalogueDocument.Milestone;
import org.scpmonitor.catalogue.CatalogueDocument.ProgrammeIndicator;
import org.scpmonitor.catalogue.CatalogueDocument.Source;
import org.scpmonitor.catalogue.CatalogueDocument.Target;

/**
 * How a programme follows an indicator, as the fields of a form. Of milestones and targets there is one at a time:
 * {@code milestone.…} is added, or takes the place of the one of its period; {@code target.…} is another version of the
 * target of its code, or the first one.
 */
public final class FollowedFields {
    private FollowedFields() {}

    /** What the fields say, and where they say nothing that could be read. */
    public record Read(ProgrammeIndicator followed, List<CatalogueProblem> problems) {}

    public static Map<String, String> of(ProgrammeIndicator followed) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("headline", followed.headline() ? "true" : "");
        fields.put("responsible", Objects.toString(followed.responsible(), ""));
        fields.put("estimation", Objects.toString(followed.estimation(), ""));
        Baseline baseline = followed.baseline();
        fields.put("baseline.period", baseline == null ? "" : baseline.period().toString());
        IndicatorFields.put(fields, "baseline.value", baseline == null ? null : baseline.value());
        IndicatorFields.put(fields, "baseline.note", baseline == null ? null : baseline.note());
        return fields;
    }

    /** The fields of a target's next version, but for what is decided with it. */
    public static Map<String, String> another(Target target) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("target.code", target.code());
        fields.put("target.period", target.period().toString());
        IndicatorFields.put(fields, "target.value", target.value());
        fields.put("target.decidedOn", "");
        fields.put("target.conditional", target.conditional() ? "true" : "");
        fields.put("target.illustrative", target.illustrative() ? "true" : "");
        IndicatorFields.put(fields, "target.statement", target.statement());
        IndicatorFields.put(fields, "target.definitionNote", target.definitionNote());
        fields.put("target.derivation", "");
        fields.put("target.source.title", "");
        fields.put("target.source.url", "");
        return fields;
    }

    /** @param stored how the programme follows the indicator now */
    public static Read read(ProgrammeIndicator stored, Map<String, String> fields) {
        var read = new ReadFields(fields);
        var followed = new ProgrammeIndicator(
                stored.indicator(),
                read.flag("headline"),
                read.orNull("responsible"),
                read.orNull("estimation"),
                baseline(stored.baseline(), read),
                milestones(stored.milestones(), read),
                targets(stored.targets(), read));
        return new Read(followed, read.problems());
    }

    private static @Nullable Baseline baseline(@Nullable Baseline stored, ReadFields read) {
        if (stored == null && !read.any("baseline")) {
            return null;
        }
        return new Baseline(
                period(read, "baseline.period"), read.number("baseline.value"), read.texts("baseline.note"));
    }

    private static List<Milestone> milestones(List<Milestone> stored, ReadFields read) {
        if (!read.any("milestone")) {
            return stored;
        }
        var wanted = new Milestone(
                period(read, "milestone.period"),
                read.required("milestone.value", read.number("milestone.value"), BigDecimal.ZERO),
                read.orNull("milestone.source"),
                read.flag("milestone.illustrative"));
        List<Milestone> milestones = new ArrayList<>(stored);
        milestones.removeIf(each -> each.period().equals(wanted.period()));
        milestones.add(wanted);
        return milestones;
    }

    private static List<Target> targets(List<Target> stored, ReadFields read) {
        if (!read.any("target")) {
            return stored;
        }
        String code = read.text("target.code");
        List<Target> targets = new ArrayList<>(stored);
        List<Target> earlier =
                stored.stream().filter(target -> target.code().equals(code)).toList();
        var wanted = new Target(
                read.required("target.code", code.isEmpty() ? null : code, ""),
                earlier.size() + 1,
                period(read, "target.period"),
                read.required("target.value", read.number("target.value"), BigDecimal.ZERO),
                read.required("target.decidedOn", read.day("target.decidedOn"), LocalDate.EPOCH),
                read.flag("target.conditional"),
                read.flag("target.illustrative"),
                read.texts("target.statement"),
                read.orNull("target.derivation"),
                read.textsOrNull("target.definitionNote"),
                new Source(read.text("target.source.title"), read.orNull("target.source.url")));
        targets.add(earlier.isEmpty() ? targets.size() : targets.indexOf(earlier.getLast()) + 1, wanted);
        return targets;
    }

    private static ReportingPeriod period(ReadFields read, String name) {
        return read.required(name, read.period(name), ReportingPeriod.year(1970));
    }
}
