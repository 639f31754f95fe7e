package org.scpmonitor.ui.report;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.submission.SubmissionLine.Place;

/**
 * One of the ways in which an institution's values of a period come in, beside a file of its own. Beans of this type
 * stand in the card of a period's work, in their order ({@link org.springframework.core.annotation.Order}).
 */
interface WayIn {

    /** What it is called, above what it offers. */
    String title();

    /** What it says and its buttons; empty where it is no way for these. */
    Optional<Component> offer(Place institution, ReportingPeriod period);
}
