package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.publication.Publications.Mark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Tag;

/** When figures of the indicator were published last, and whether they have been corrected since. */
class PublishedNote extends Div {
    PublishedNote(Mark mark) {
        Locale locale = UI.getCurrent().getLocale();
        addClassNames("published", "row", "wrap", "xs", "muted");
        add(
                new Span(translate(
                        "publication.mark", mark.period().label(locale), new DateText(locale).day(mark.asOf()))),
                mark.revised() > 0
                        ? new Tag(translate("publication.revised", Integer.toString(mark.revised())), Tag.Tone.INFO)
                        : new Tag(translate("publication.unrevised"), Tag.Tone.OK),
                Pages.link(Pages.publication(mark.publication()), translate("publication.mark.open")));
    }
}
