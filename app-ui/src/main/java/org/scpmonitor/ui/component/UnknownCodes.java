package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Tells which codes of the address stand for nothing that could be shown, and what to do then. */
public class UnknownCodes extends Div {

    public UnknownCodes() {
        addClassName("stack");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /**
     * @param selection what was asked for
     * @param indicators codes of those that have figures of a country
     * @param countries codes of all of them
     */
    public void show(Selection selection, Collection<String> indicators, Collection<String> countries) {
        removeAll();
        List<String> strangers = without(selection.indicators(), indicators);
        if (!strangers.isEmpty()) {
            add(new Note(
                    Note.Kind.QUERY,
                    new Span(translate("compare.unknown.indicators", strangers.size(), told(strangers)) + " "),
                    Pages.link(Pages.INDICATORS, translate("compare.unknown.list"))));
        }
        List<String> abroad = without(selection.countries(), countries);
        if (!abroad.isEmpty()) {
            add(new Note(Note.Kind.QUERY, translate("compare.unknown.countries", abroad.size(), told(abroad))));
        }
        setVisible(getComponentCount() > 0);
    }

    private static List<String> without(List<String> asked, Collection<String> known) {
        return asked.stream().filter(each -> !known.contains(each)).toList();
    }

    private static String told(List<String> codes) {
        return codes.stream().map(each -> "«" + each + "»").collect(Collectors.joining(", "));
    }
}
