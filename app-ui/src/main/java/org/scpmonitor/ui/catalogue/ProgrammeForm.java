package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What is set for a programme as a whole. */
class ProgrammeForm extends FieldForm {
    ProgrammeForm() {
        super(() -> {});
        var locale = UI.getCurrent().getLocale();
        add(
                section(
                        "assessment",
                        words(
                                "defaultMethod",
                                List.of("linear", "growth", "un"),
                                code -> translate("method." + code.toUpperCase(Locale.ROOT))),
                        text("coverageThreshold"),
                        text("baselineYear"),
                        words("gwpSet", List.of("AR5", "AR6"), UnaryOperator.identity()),
                        words(
                                "fiscalStart",
                                IntStream.rangeClosed(1, 12)
                                        .mapToObj(Integer::toString)
                                        .toList(),
                                code -> Month.of(Integer.parseInt(code))
                                        .getDisplayName(TextStyle.FULL_STANDALONE, locale))),
                section("programme", day("startsOn"), day("endsOn"), text("legalBasis")),
                section("names", texts("name", false)),
                section("description", texts("description", true)));
    }
}
