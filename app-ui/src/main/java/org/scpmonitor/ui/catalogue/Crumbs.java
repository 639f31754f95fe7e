package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import org.scpmonitor.ui.component.Pages;

/** The way from the catalogue to a page of it. */
class Crumbs extends Nav {
    Crumbs(Component... further) {
        addClassName("crumbs");
        setAriaLabel(translate("indicator.crumbs"));
        add(Pages.link(Pages.CATALOGUE, translate("catalogue.title")), new Span("/"));
        for (Component link : further) {
            add(link, new Span("/"));
        }
    }

    Crumbs here(String text) {
        add(new Span(text));
        return this;
    }
}
