package org.scpmonitor.ui.report;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.assignment.DueFilter;
import org.scpmonitor.assignment.DueLine;
import org.scpmonitor.assignment.DueState;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.Pages;

/**
 * What the screen for reporting is asked for; it stands in the address, so that a link shows the same again.
 *
 * @param shown how many lines of what is due
 * @param institution whose work is shown beside; null for none
 * @param period of that work; null for none
 */
record DueAddress(
        DueFilter filter,
        int shown,
        @Nullable String institution,
        @Nullable ReportingPeriod period) {

    static final int PAGE = 12;
    private static final int MOST = 600;

    /** Reads the address; what isn't readable there is left out. */
    static DueAddress of(QueryParameters address) {
        return new DueAddress(
                new DueFilter(
                        address.getSingleParameter("state")
                                .flatMap(DueAddress::state)
                                .orElse(null),
                        number(address, "year").orElse(null),
                        address.getSingleParameter("programme").orElse(null),
                        address.getSingleParameter("q").orElse("")),
                number(address, "shown")
                        .map(lines -> Math.clamp(lines, PAGE, MOST))
                        .orElse(PAGE),
                address.getSingleParameter("institution").orElse(null),
                address.getSingleParameter("period")
                        .flatMap(ReportingPeriod::parse)
                        .orElse(null));
    }

    private static Optional<DueState> state(String text) {
        return Arrays.stream(DueState.values())
                .filter(each -> each.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private static Optional<Integer> number(QueryParameters address, String name) {
        return address.getSingleParameter(name)
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::valueOf);
    }

    DueAddress in(@Nullable DueState state) {
        return with(new DueFilter(state, filter.year(), filter.programme(), filter.text()));
    }

    DueAddress ofYear(@Nullable Integer year) {
        return with(new DueFilter(filter.state(), year, filter.programme(), filter.text()));
    }

    DueAddress ofProgramme(@Nullable String programme) {
        return with(new DueFilter(filter.state(), filter.year(), programme, filter.text()));
    }

    DueAddress like(String text) {
        return with(new DueFilter(filter.state(), filter.year(), filter.programme(), text));
    }

    DueAddress more() {
        return new DueAddress(filter, Math.min(shown + PAGE * 2, MOST), institution, period);
    }

    DueAddress open(DueLine line) {
        return new DueAddress(filter, shown, line.place().code(), line.period());
    }

    DueAddress list() {
        return with(filter);
    }

    private DueAddress with(DueFilter other) {
        return new DueAddress(other, PAGE, null, null);
    }

    boolean isOpen(DueLine line) {
        return line.place().code().equals(institution) && line.period().equals(period);
    }

    QueryParameters parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        Optional.ofNullable(filter.state())
                .ifPresent(state -> parameters.put("state", state.name().toLowerCase(Locale.ROOT)));
        Optional.ofNullable(filter.year()).ifPresent(year -> parameters.put("year", year.toString()));
        Optional.ofNullable(filter.programme()).ifPresent(code -> parameters.put("programme", code));
        if (!filter.text().isBlank()) {
            parameters.put("q", filter.text());
        }
        if (shown != PAGE) {
            parameters.put("shown", Integer.toString(shown));
        }
        Optional.ofNullable(institution).ifPresent(code -> parameters.put("institution", code));
        Optional.ofNullable(period).ifPresent(of -> parameters.put("period", of.toString()));
        return QueryParameters.simple(parameters);
    }

    @Override
    public String toString() {
        String query = parameters().getQueryString();
        return query.isEmpty() ? Pages.REPORT : Pages.REPORT + "?" + query;
    }
}
