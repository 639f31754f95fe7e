package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.Pages;

/** The button that begins a new entry; where there are several kinds to choose from, it opens them as a menu. */
final class NewEntry {
    private NewEntry() {}

    static Component of(List<Kind> kinds, Locale locale) {
        Labels labels = Labels.in(locale);
        return switch (kinds.size()) {
            case 0 -> new Div();
            case 1 -> button(kinds.getFirst(), labels);
            default -> menu(kinds, labels);
        };
    }

    private static Component button(Kind kind, Labels labels) {
        Button button =
                new Button(translate("register.new.of", labels.kind(kind)), Icon.PLUS.small(), click -> open(kind));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private static Component menu(List<Kind> kinds, Labels labels) {
        MenuBar bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_PRIMARY);
        Span face = new Span(Icon.PLUS.small(), new Span(translate("register.new")));
        face.addClassName("row");
        var item = bar.addItem(face);
        item.setAriaLabel(translate("register.new"));
        kinds.stream()
                .sorted(Comparator.comparing(labels::kind))
                .forEach(kind -> item.getSubMenu().addItem(labels.kind(kind), click -> open(kind)));
        return bar;
    }

    private static void open(Kind kind) {
        UI.getCurrent().navigate(Pages.newEntry(kind.code()));
    }
}
