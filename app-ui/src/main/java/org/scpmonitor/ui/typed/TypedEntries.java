package org.scpmonitor.ui.typed;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.draft.Draft;
import org.scpmonitor.draft.DraftLine;
import org.scpmonitor.submission.SubmissionDetail;
import org.scpmonitor.submission.SubmissionLine.Place;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;
import org.springframework.stereotype.Component;

/** Where other pages lead to typing. */
@Component
public class TypedEntries {
    private static final int MOST_DRAFTS = 20;

    private final Typing typing;

    TypedEntries(Typing typing) {
        this.typing = typing;
    }

    /** What is said on a submission's page of one that was typed; empty for a file. */
    public Optional<Div> ofSubmission(SubmissionDetail detail) {
        return typing.sent(detail.line().id()).map(sent -> new TypedCard(typing, detail, sent));
    }

    /** The way to the values of an institution's period, with the draft that somebody began. */
    public Div ofPeriod(Place institution, ReportingPeriod period) {
        Anchor link = Pages.link(Pages.typing(institution.code(), period), translate("typed.enter"));
        link.addClassNames("btn", "sm");
        Div way = new Div(link);
        way.addClassNames("row", "wrap");
        typing.draft(institution.id(), period).ifPresent(draft -> way.add(said(draft)));
        return way;
    }

    private static Span said(Draft draft) {
        String when = new DateText(UI.getCurrent().getLocale()).moment(draft.changedAt());
        Span said = new Span(translate("typed.saved.by", draft.changedBy(), when));
        said.addClassNames("xs", "muted");
        return said;
    }

    /** The drafts that were begun last; empty where there is none. */
    public Optional<Div> drafts() {
        List<DraftLine> drafts = typing.drafts(MOST_DRAFTS);
        if (drafts.isEmpty()) {
            return Optional.empty();
        }
        UnorderedList list = new UnorderedList();
        drafts.forEach(draft -> list.add(line(draft)));
        H2 title = new H2(translate("typed.drafts"));
        title.addClassNames("card-h", "card-top");
        Div card = new Div(title, list);
        card.addClassNames("card", "flush");
        return Optional.of(card);
    }

    private static ListItem line(DraftLine draft) {
        Anchor link = Pages.link(
                Pages.typing(draft.place().code(), draft.period()),
                draft.place().code() + " · "
                        + draft.period().label(UI.getCurrent().getLocale()));
        link.addClassName("b");
        String when = new DateText(UI.getCurrent().getLocale()).moment(draft.changedAt());
        Span more = new Span(Counted.of("typed.drafts.values", draft.filled()) + " · "
                + translate("typed.saved.by", draft.changedBy(), when));
        more.addClassNames("xs", "muted");
        Div line = new Div(CountryMark.of(draft.place().country()).image(), link, more);
        line.addClassNames("row", "wrap");
        ListItem item = new ListItem(line);
        item.addClassName("typed-draft");
        return item;
    }
}
