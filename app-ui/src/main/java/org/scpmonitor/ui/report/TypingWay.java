package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Optional;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.typed.TypedEntries;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Without a file: the values are typed. */
@Component
@Order(30)
class TypingWay implements WayIn {
    private final TypedEntries entries;

    TypingWay(TypedEntries entries) {
        this.entries = entries;
    }

    @Override
    public String title() {
        return translate("typed.enter.title");
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> offer(Place institution, ReportingPeriod period) {
        return Optional.of(entries.ofPeriod(institution, period));
    }
}
