package org.scpmonitor.ui.assignment;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.assignment.Extensions;
import org.scpmonitor.assignment.Extensions.Item;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.submission.Narrow;

/** The extensions that hold; each can be withdrawn. They are granted from the list of what is due. */
class ExtensionPanel extends Div {
    private final Extensions extensions;
    private final Viewer viewer;
    private final Grid<Item> grid = new Grid<>();
    private final Locale locale = UI.getCurrent().getLocale();

    ExtensionPanel(Extensions extensions, Viewer viewer) {
        this.extensions = extensions;
        this.viewer = viewer;
        addClassNames("card", "flush");
        grid.addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT, GridVariant.LUMO_NO_BORDER);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.getElement().setAttribute("aria-label", translate("assignment.part.extensions"));
        Grid.Column<Item> all = grid.addComponentColumn(this::stacked);
        grid.addColumn(this::what)
                .setHeader(translate("assignment.extension.what"))
                .setFlexGrow(2);
        grid.addColumn(this::dates)
                .setHeader(translate("assignment.extension.dates"))
                .setFlexGrow(2);
        grid.addColumn(this::reason)
                .setHeader(translate("assignment.extension.reason"))
                .setFlexGrow(3);
        grid.addComponentColumn(this::withdraw)
                .setFlexGrow(0)
                .setWidth("8rem")
                .setHeader(translate("assignment.action"));
        Narrow.stack(grid, all);
        grid.setItems(
                query ->
                        extensions
                                .list(viewer.asPlanner(), null)
                                .page(query.getPage(), query.getPageSize())
                                .items()
                                .stream(),
                query -> Math.toIntExact(
                        extensions.list(viewer.asPlanner(), null).page(0, 1).total()));
        Div empty = new Div(new Span(translate("assignment.extension.none")));
        empty.addClassName("empty");
        grid.setEmptyStateComponent(empty);
        grid.setHeight("32rem");
        add(grid);
    }

    private String what(Item item) {
        return item.place().code() + " · " + item.period().label(locale)
                + (item.indicator() == null ? "" : " · " + item.indicator());
    }

    private String dates(Item item) {
        DateText text = new DateText(locale);
        return translate("due.until", text.day(item.dueOn())) + ". "
                + (item.closesOn() == null
                        ? translate("assignment.never")
                        : translate("due.closes", text.day(item.closesOn())));
    }

    private String reason(Item item) {
        return item.reason() + " (" + item.grantedBy() + ", " + new DateText(locale).day(item.grantedAt()) + ")";
    }

    private Button withdraw(Item item) {
        Button button = new Button(translate("assignment.extension.withdraw"), click -> {
            ConfirmDialog dialog = new ConfirmDialog();
            dialog.setHeader(translate("assignment.extension.withdraw.title"));
            dialog.setText(translate("assignment.extension.withdraw.text", what(item)));
            dialog.setCancelable(true);
            dialog.setCancelText(translate("submission.leave"));
            dialog.setConfirmText(translate("assignment.extension.withdraw"));
            dialog.addConfirmListener(confirmed -> {
                extensions.withdraw(viewer, item.id());
                grid.getDataProvider().refreshAll();
            });
            dialog.open();
        });
        button.addClassNames("btn", "sm");
        return button;
    }

    private Component stacked(Item item) {
        Span what = new Span(what(item));
        what.addClassName("b");
        Div dates = new Div(dates(item));
        dates.addClassName("xs");
        Div reason = new Div(reason(item));
        reason.addClassNames("xs", "muted");
        Div stack = new Div(what, dates, reason, withdraw(item));
        stack.addClassName("stacked");
        return stack;
    }
}
