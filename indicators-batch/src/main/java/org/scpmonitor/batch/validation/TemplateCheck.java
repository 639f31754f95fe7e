package org.scpmonitor.batch.validation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.assignment.ReportingSheet;
import org.scpmonitor.assignment.ReportingSheets;
import org.scpmonitor.batch.intake.TemplateMark;
import org.scpmonitor.batch.intake.TemplateMark.Key;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;
import org.scpmonitor.submission.Submissions;
import org.scpmonitor.submission.Submissions.Work;
import org.springframework.stereotype.Component;

/** Whether a file that was made from a template fits what it is sent for, and what is asked for now. */
@Component
class TemplateCheck {

    private static final int MOST_NAMED = 3;

    private final Submissions submissions;
    private final ReportingSheets sheets;

    TemplateCheck(Submissions submissions, ReportingSheets sheets) {
        this.submissions = submissions;
        this.sheets = sheets;
    }

    List<Finding> check(Work work, TemplateMark template) {
        if (!template.institution().equalsIgnoreCase(work.institution())) {
            return List.of(Finding.onFile(
                    FindingCode.TEMPLATE_OF_OTHER_INSTITUTION, template.institution(), work.institution()));
        }
        Optional<ReportingPeriod> sentFor = submissions.findPeriod(work.id());
        if (sentFor.isPresent()
                && !sentFor.get().contains(template.period())
                && !template.period().contains(sentFor.get())) {
            return List.of(Finding.onFile(
                    FindingCode.TEMPLATE_OF_OTHER_PERIOD,
                    template.period().toString(),
                    sentFor.get().toString()));
        }
        ReportingSheet now = sheets.get(work.institutionId(), template.period());
        return now.version().equals(template.version()) ? List.of() : outdated(template, now);
    }

    private static List<Finding> outdated(TemplateMark template, ReportingSheet now) {
        Set<Key> asked = now.rows().stream()
                .map(row -> new Key(row.indicator(), row.disaggregation(), row.period()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<Key> has = new LinkedHashSet<>(template.keys());
        List<Key> lacking = asked.stream().filter(key -> !has.contains(key)).toList();
        List<Key> surplus = has.stream().filter(key -> !asked.contains(key)).toList();
        if (lacking.isEmpty() && surplus.isEmpty()) {
            // A unit or the order has changed: the rows say for themselves what they report.
            return List.of();
        }
        String named = Stream.concat(lacking.stream(), surplus.stream())
                .limit(MOST_NAMED)
                .map(key -> key.indicator() + (key.disaggregation().isEmpty() ? "" : " " + key.disaggregation()) + " "
                        + key.period())
                .collect(Collectors.joining(", "));
        return List.of(Finding.onFile(
                FindingCode.TEMPLATE_OUTDATED,
                Integer.toString(lacking.size()),
                Integer.toString(surplus.size()),
                named + (lacking.size() + surplus.size() > MOST_NAMED ? ", …" : "")));
    }
}
