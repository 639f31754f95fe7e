package org.scpmonitor.ui.operations;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.mail.Mail;
import org.scpmonitor.mail.Mail.State;
import org.scpmonitor.mail.Mails;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Page;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Segmented;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.submission.Counted;
import org.scpmonitor.ui.submission.Narrow;

/** The mails that were written: sent, still to be sent, or kept where there is no mail server. */
@Route(Pages.MAILS)
@Menu(title = "nav.system.mails", icon = "FILE", order = 95)
@RolesAllowed("ADMINISTRATOR")
class MailsView extends Page implements HasDynamicTitle {
    private final Mails mails;
    private final Operating operating;
    private final Grid<Mail> grid = new Grid<>();
    private @Nullable State state;

    MailsView(Mails mails, Operating operating) {
        this.mails = mails;
        this.operating = operating;
        add(head(translate("mails.title"), new Span(translate("mails.says"))));
        if (!operating.sendsMail()) {
            add(new Note(Note.Kind.QUERY, translate("mails.kept")));
        }
        columns();
        grid.setItems(query -> mails.page(state, query.getOffset(), query.getLimit()).stream());
        Div top = new Div(filter());
        top.addClassNames("row", "wrap", "card-top");
        Div card = new Div(top, grid);
        card.addClassNames("card", "flush", "mails");
        add(card);
    }

    private void columns() {
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", translate("mails.title"));
        Grid.Column<?> all = grid.addComponentColumn(MailsView::stacked);
        all.setFlexGrow(1);
        grid.addColumn(mail -> moment(mail.createdAt()))
                .setHeader(translate("mails.created"))
                .setWidth("11.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(MailsView::receiver)
                .setHeader(translate("mails.receiver"))
                .setWidth("13rem");
        grid.addComponentColumn(mail -> new Div(mail.subject()))
                .setHeader(translate("mails.subject"))
                .setWidth("16rem")
                .setFlexGrow(3);
        grid.addComponentColumn(MailsView::standing)
                .setHeader(translate("mails.state"))
                .setWidth("12rem");
        grid.addComponentColumn(this::open).setWidth("6rem").setFlexGrow(0);
        Narrow.stack(grid, all);
        grid.addItemClickListener(click -> show(click.getItem()));
        Div empty = new Div(new Span(translate("mails.none")));
        empty.addClassName("empty");
        grid.setEmptyStateComponent(empty);
        grid.setHeight("40rem");
    }

    private Component filter() {
        Segmented<Optional<State>> filter = new Segmented<>(translate("mails.state"), chosen -> {
            state = chosen.orElse(null);
            grid.getDataProvider().refreshAll();
        });
        filter.option(Optional.empty(), translate("mails.all"));
        for (State each : State.values()) {
            filter.option(Optional.of(each), translate("mails.state." + each.name()));
        }
        return filter.press(Optional.empty());
    }

    private static Component receiver(Mail mail) {
        Div name = new Div(mail.username());
        Div address = new Div(mail.address());
        address.addClassNames("xs", "muted");
        return new Div(name, address);
    }

    private static Component standing(Mail mail) {
        String word = translate("mails.state." + mail.state().name());
        Tag tag = switch (mail.state()) {
            case SENT -> new Tag(Icon.CHECK, word, Tag.Tone.OK);
            case WAITING -> new Tag(Icon.CLOCK, word, Tag.Tone.INFO);
            case RETRYING -> new Tag(Icon.REDO, word, Tag.Tone.QUERY);
            case GIVEN_UP -> new Tag(Icon.STOP, word, Tag.Tone.ERROR);
            case KEPT -> new Tag(Icon.BOX, word, Tag.Tone.NEUTRAL);
        };
        Div standing = new Div(tag);
        String error = mail.lastError();
        if (error != null) {
            Div said = new Div(Counted.of("mails.attempts", mail.attempts()) + " · " + error);
            said.addClassNames("xxs", "muted");
            standing.add(said);
        }
        return standing;
    }

    private static Component stacked(Mail mail) {
        Div stack = new Div(new Div(mail.subject()), receiver(mail), standing(mail));
        stack.addClassName("stacked");
        return stack;
    }

    private Component open(Mail mail) {
        Button open = new Button(translate("mails.open"), click -> show(mail));
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        open.setAriaLabel(translate("mails.open.long", mail.subject()));
        return open;
    }

    /** The HTML stands in a frame that may run nothing, load nothing and lead nowhere. */
    private void show(Mail mail) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(mail.subject());
        dialog.setWidth("46rem");
        IFrame html = new IFrame();
        html.setSrcdoc(mail.bodyHtml());
        html.getElement().setAttribute("sandbox", "").setAttribute("title", mail.subject());
        html.addClassName("mail-frame");
        Pre text = new Pre(mail.bodyText());
        text.addClassName("mail-text");
        TabSheet parts = new TabSheet();
        parts.add(translate("mails.html"), html);
        parts.add(translate("mails.text"), text);
        Div about = new Div(
                receiver(mail),
                new Div(moment(mail.createdAt())),
                new Div(mail.language().getLanguage()),
                standing(mail));
        about.addClassNames("row", "wrap", "xs");
        dialog.add(about, parts);
        Button close = new Button(translate("mails.close"), click -> dialog.close());
        dialog.getFooter().add(close);
        if (operating.sendsMail()) {
            Button again = new Button(translate("mails.resend"), Icon.REDO.small(), click -> {
                operating.resend(mail);
                dialog.close();
                grid.getDataProvider().refreshAll();
            });
            dialog.getFooter().add(again);
        }
        dialog.open();
    }

    private static String moment(Instant moment) {
        return new DateText(UI.getCurrent().getLocale()).moment(moment);
    }

    @Override
    public String getPageTitle() {
        return translate("mails.title") + " · SCP Monitor";
    }
}
