package org.scpmonitor.ui.board;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.board.BoardLinks;
import org.scpmonitor.board.BoardLinks.BoardLink;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.Pages;

/** Makes links by which others read the board, and ends them. */
class ShareDialog extends Dialog {
    private final BoardLinks links;
    private final CurrentViewer viewers;
    private final Div made = new Div();
    private final UnorderedList list = new UnorderedList();
    private final H3 heading = new H3(translate("board.links"));
    private final DateText dates = new DateText(UI.getCurrent().getLocale());

    /** How long a link holds. */
    private enum Holding {
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(30)),
        QUARTER(Duration.ofDays(90)),
        ALWAYS(null);

        private final @Nullable Duration duration;

        Holding(@Nullable Duration duration) {
            this.duration = duration;
        }
    }

    ShareDialog(BoardLinks links, CurrentViewer viewers) {
        this.links = links;
        this.viewers = viewers;
        setHeaderTitle(translate("board.share"));
        addClassName("share");
        made.getElement().setAttribute("role", "status");
        Select<Holding> holding = new Select<>();
        holding.setLabel(translate("board.holds"));
        holding.setItems(Holding.values());
        holding.setItemLabelGenerator(each -> translate("board.holds." + each.name()));
        holding.setValue(Holding.MONTH);
        Button make =
                new Button(translate("board.link.make"), Icon.LINK.small(), click -> make(holding.getValue().duration));
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        Div row = new Div(holding, make);
        row.addClassNames("row", "wrap", "end");
        Div content = new Div(new Paragraph(translate("board.share.says")), row, made, heading, list);
        content.addClassName("stack");
        list.addClassName("links");
        add(content);
        getFooter().add(new Button(translate("board.close"), click -> close()));
        show();
    }

    private void make(@Nullable Duration duration) {
        String secret = links.make(viewers.get(), duration);
        UI.getCurrent()
                .getPage()
                .fetchCurrentURL(here -> tell(URI.create(here.toString())
                        .resolve("/" + Pages.shared(secret))
                        .toString()));
        show();
    }

    /** The one time that the link is told. */
    private void tell(String address) {
        TextField field = new TextField(translate("board.link"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setWidthFull();
        Button copy = new Button(translate("board.copy"));
        Span copied = new Span();
        Clipboard.onClick(copy).writeText(address);
        copy.addClickListener(click -> copied.setText(translate("board.copied")));
        Div row = new Div(copy, copied);
        row.addClassNames("row", "wrap");
        made.removeAll();
        made.add(new Note(Note.Kind.OK, translate("board.link.once")), field, row);
    }

    private void show() {
        List<BoardLink> holding = links.list(viewers.get());
        heading.setVisible(!holding.isEmpty());
        list.removeAll();
        holding.forEach(each -> list.add(item(each)));
    }

    private Component item(BoardLink link) {
        String until = link.expiresAt() == null
                ? translate("board.link.always", dates.moment(link.madeAt()))
                : translate("board.link.until", dates.moment(link.madeAt()), dates.moment(link.expiresAt()));
        Button revoke = new Button(translate("board.revoke"), click -> {
            links.revoke(viewers.get(), link.id());
            made.removeAll();
            made.add(new Note(Note.Kind.OK, translate("board.revoked")));
            show();
        });
        revoke.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
        Div row = new Div(new Span(until), revoke);
        row.addClassNames("row", "wrap");
        return new ListItem(row);
    }
}
