package org.scpmonitor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.provenance.Calculated;
import org.scpmonitor.provenance.CountedEntry;
import org.scpmonitor.provenance.Figure;
import org.scpmonitor.provenance.Source;

/**
 * The provenance of a figure in the terms of W3C PROV, as the member submission PROV-JSON writes them
 * (https://www.w3.org/submissions/prov-json/): a run generated the figure and used observations; an approval generated
 * each observation; observations are derived from cells, and these from files that are attributed to institutions. What
 * an entry of the register adds is derived from a version of that entry, which is attributed to who made it.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProvDocument(
        Map<String, String> prefix,
        Map<String, Map<String, Object>> entity,
        Map<String, Map<String, Object>> activity,
        Map<String, Map<String, Object>> agent,
        Map<String, Map<String, Object>> wasGeneratedBy,
        Map<String, Map<String, Object>> used,
        Map<String, Map<String, Object>> wasDerivedFrom,
        Map<String, Map<String, Object>> wasAttributedTo,
        Map<String, Map<String, Object>> wasAssociatedWith) {

    private static final String MONITOR = "scp:monitor";

    static ProvDocument of(
            Figure figure, List<Calculated> formulas, List<Source> sources, List<CountedEntry> entries, Locale locale) {
        var document = new ProvDocument(
                Map.of("scp", "urn:scp-monitor:"),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>());
        document.add(figure, locale);
        formulas.forEach(formula -> document.add(figure, formula));
        sources.forEach(source -> document.add(figure, source));
        entries.forEach(entry -> document.add(figure, entry, locale));
        return document;
    }

    private void add(Figure figure, Locale locale) {
        String plan = "scp:indicator-" + figure.indicator() + "-v" + figure.version();
        entity.put(
                actual(figure),
                attributes(
                        "prov:label", figure.name().in(locale),
                        "prov:value", figure.value().toPlainString(),
                        "scp:unit", figure.unit(),
                        "scp:period", figure.period().toString(),
                        "scp:country", figure.country(),
                        "scp:programme", figure.programme(),
                        "scp:region", figure.partOf().equals("region") ? figure.part() : null,
                        "scp:sector", figure.partOf().equals("sector") ? figure.part() : null,
                        "scp:disaggregation", figure.disaggregation()));
        entity.put(
                plan,
                attributes(
                        "prov:type", "prov:Plan",
                        "scp:overInstitutions", figure.overInstitutions(),
                        "scp:overTime", figure.overTime()));
        activity.put(run(figure), attributes("prov:endTime", text(figure.moment()), "scp:cause", figure.cause()));
        agent.put(MONITOR, attributes("prov:type", "prov:SoftwareAgent"));
        relate(wasGeneratedBy, "prov:entity", actual(figure), "prov:activity", run(figure));
        relate(wasAssociatedWith, "prov:activity", run(figure), "prov:agent", MONITOR, "prov:plan", plan);
    }

    /** A formula is a plan that the run followed; what it read of factors, the run used. */
    private void add(Figure figure, Calculated calculated) {
        String plan =
                "scp:formula-" + calculated.indicator() + "-" + calculated.validFrom() + "-v" + calculated.version();
        entity.put(
                plan,
                attributes(
                        "prov:type",
                        "prov:Plan",
                        "scp:indicator",
                        calculated.indicator(),
                        "scp:expression",
                        calculated.expression(),
                        "scp:reason",
                        calculated.reason(),
                        "scp:withValues",
                        calculated.examples().stream()
                                .map(ProvDocument::withValues)
                                .toList()));
        relate(wasAssociatedWith, "prov:activity", run(figure), "prov:agent", MONITOR, "prov:plan", plan);
        calculated.factors().forEach(factor -> {
            String read = "scp:factor-" + factor.code() + "-"
                    + (factor.country() == null ? "" : factor.country() + "-")
                    + (factor.variant().isEmpty() ? "" : factor.variant() + "-")
                    + factor.validFrom() + "-v" + factor.version();
            entity.put(
                    read,
                    attributes(
                            "prov:label",
                            factor.code(),
                            "prov:value",
                            factor.value().toPlainString(),
                            "scp:unit",
                            factor.unit(),
                            "scp:source",
                            factor.source(),
                            "scp:url",
                            factor.url()));
            relate(used, "prov:activity", run(figure), "prov:entity", read);
            relate(wasDerivedFrom, "prov:generatedEntity", actual(figure), "prov:usedEntity", read);
        });
    }

    private static String withValues(Calculated.Example example) {
        Calculated.Term whole = example.terms().getFirst();
        return example.institution() + " " + example.period() + ": " + example.putIn() + " = "
                + (whole.value() == null ? "" : whole.value().toPlainString() + " " + whole.unit());
    }

    private void add(Figure figure, Source source) {
        long submission = source.submission().id();
        String place = submission + "-" + source.cell().sheetNumber() + "-"
                + source.cell().name();
        String observation = "scp:observation-" + place;
        String cell = "scp:cell-" + place;
        String file = "scp:file-" + submission;
        String approval = "scp:approval-" + submission;
        String institution = "scp:institution-" + source.institutionCode();
        entity.put(
                observation,
                attributes(
                        "prov:value",
                                source.value() == null ? null : source.value().toPlainString(),
                        "scp:unit", source.unit(),
                        "scp:indicator", source.indicator(),
                        "scp:period", source.period().toString(),
                        "scp:knownFrom", text(source.knownFrom())));
        entity.put(
                cell,
                attributes(
                        "prov:value", source.cell().text(),
                        "scp:sheet", source.cell().sheet(),
                        "scp:cell", source.cell().name()));
        entity.put(
                file,
                attributes(
                        "prov:label", source.submission().fileName(),
                        "scp:sha256", source.submission().sha256(),
                        "scp:revision", Integer.toString(source.submission().revision())));
        agent.put(institution, attributes("prov:type", "prov:Organization", "prov:label", source.institutionName()));
        relate(used, "prov:activity", run(figure), "prov:entity", observation);
        relate(wasDerivedFrom, "prov:generatedEntity", actual(figure), "prov:usedEntity", observation);
        relate(wasDerivedFrom, "prov:generatedEntity", observation, "prov:usedEntity", cell);
        relate(wasDerivedFrom, "prov:generatedEntity", cell, "prov:usedEntity", file);
        relate(wasAttributedTo, "prov:entity", observation, "prov:agent", institution);
        relate(wasGeneratedBy, "prov:entity", observation, "prov:activity", approval);
        approve(approval, file, source.submission());
        Source.Typed typed = source.typed();
        if (typed != null) {
            type(cell, place, typed);
        }
    }

    private void add(Figure figure, CountedEntry counted, Locale locale) {
        String entry = counted.kind() + "-" + counted.code() + "-v" + counted.version();
        String version = "scp:entry-" + entry;
        String amount =
                "scp:counted-" + entry + "-" + counted.tally() + "-" + counted.institutionCode() + "-" + counted.day();
        String institution = "scp:institution-" + counted.institutionCode();
        String author = "scp:author-of-" + entry;
        entity.put(
                amount,
                attributes(
                        "prov:label", counted.counted().in(locale),
                        "prov:value", counted.amount().toPlainString(),
                        "scp:tally", counted.tally(),
                        "scp:day", counted.day().toString()));
        entity.put(
                version,
                attributes(
                        "prov:label", counted.title().in(locale),
                        "scp:kind", counted.kind(),
                        "scp:code", counted.code(),
                        "scp:version", Integer.toString(counted.version()),
                        "scp:source", counted.source(),
                        "scp:knownFrom", text(counted.knownFrom())));
        agent.put(institution, attributes("prov:type", "prov:Organization", "prov:label", counted.institutionName()));
        relate(used, "prov:activity", run(figure), "prov:entity", amount);
        relate(wasDerivedFrom, "prov:generatedEntity", actual(figure), "prov:usedEntity", amount);
        relate(wasDerivedFrom, "prov:generatedEntity", amount, "prov:usedEntity", version);
        relate(wasAttributedTo, "prov:entity", amount, "prov:agent", institution);
        if (agent.put(author, attributes("prov:type", "prov:Person", "prov:label", counted.author())) == null) {
            relate(wasAttributedTo, "prov:entity", version, "prov:agent", author);
        }
    }

    private void type(String cell, String place, Source.Typed typed) {
        String typing = "scp:typing-" + place;
        String typist = "scp:typist-of-" + place;
        activity.put(typing, attributes("prov:endTime", text(typed.at()), "scp:written", typed.written()));
        agent.put(typist, attributes("prov:type", "prov:Person", "prov:label", typed.by()));
        relate(wasGeneratedBy, "prov:entity", cell, "prov:activity", typing);
        relate(wasAssociatedWith, "prov:activity", typing, "prov:agent", typist);
    }

    private void approve(String approval, String file, Source.Submission submission) {
        if (activity.put(approval, attributes("prov:endTime", text(submission.approvedAt()))) != null) {
            return;
        }
        String approver = "scp:approver-of-" + submission.id();
        relate(used, "prov:activity", approval, "prov:entity", file);
        agent.put(approver, attributes("prov:type", "prov:Person", "prov:label", submission.approvedBy()));
        relate(wasAssociatedWith, "prov:activity", approval, "prov:agent", approver);
    }

    private void relate(Map<String, Map<String, Object>> relation, String... members) {
        int number = wasGeneratedBy.size()
                + used.size()
                + wasDerivedFrom.size()
                + wasAttributedTo.size()
                + wasAssociatedWith.size();
        relation.put("_:r" + number, attributes((Object[]) members));
    }

    /** Names and values in turn; what is null or empty is left out. */
    private static Map<String, Object> attributes(@Nullable Object... members) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            Object value = members[i + 1];
            if (value != null && !value.equals("")) {
                attributes.put(String.valueOf(members[i]), value);
            }
        }
        return attributes;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }

    private static String actual(Figure figure) {
        return "scp:actual-" + figure.id();
    }

    private static String run(Figure figure) {
        return "scp:run-" + figure.run();
    }
}
