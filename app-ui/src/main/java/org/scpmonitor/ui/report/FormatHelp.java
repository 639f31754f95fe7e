package org.scpmonitor.ui.report;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.component.Icon;

/** What a file has to look like: the long table's columns, and a small example with the institution's own indicators. */
class FormatHelp extends Details {
    private static final List<String> COLUMNS =
            List.of("institution", "indicator", "period", "value", "unit", "disaggregation", "status", "comment");

    private final ExampleFile example;
    private final Div download = new Div();

    FormatHelp(ExampleFile example) {
        this.example = example;
        setSummaryText(translate("report.format"));
        DescriptionList columns = new DescriptionList();
        columns.addClassName("meta");
        for (String column : COLUMNS) {
            columns.add(
                    new DescriptionList.Term(new Code(translate("report.column." + column))),
                    new DescriptionList.Description(translate("report.column." + column + ".says")));
        }
        Div content = new Div(new Paragraph(translate("report.format.says")), columns, download);
        content.addClassNames("stack", "xs");
        add(content);
    }

    /** Offers the example of an institution; null for none. */
    void exampleFor(@Nullable Place place) {
        download.removeAll();
        if (place == null) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        Anchor link = new Anchor(event -> example.write(place, locale, event), "");
        link.add(Icon.DOWNLOAD.small(), new Span(translate("report.example")));
        link.addClassNames("btn", "sm");
        download.add(link);
    }
}
