package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.submission.Counted;

/** The kinds of entries with how many of each answer the question. */
class KindList extends Nav {
    private final Labels labels = Labels.in(UI.getCurrent().getLocale());

    KindList() {
        addClassNames("card", "flush", "kinds");
        setAriaLabel(translate("register.kinds"));
    }

    void show(RegisterQuestion question, Found found) {
        removeAll();
        int all = found.counts().values().stream().mapToInt(Integer::intValue).sum();
        add(link(question, null, translate("register.all"), all));
        Arrays.stream(Kind.values())
                .sorted(Comparator.comparing(labels::kinds))
                .forEach(kind -> add(
                        link(question, kind, labels.kinds(kind), found.counts().getOrDefault(kind, 0))));
    }

    private static Anchor link(RegisterQuestion question, @Nullable Kind kind, String name, int count) {
        Anchor link = Pages.link(question.kind(kind).address(), "");
        Span number = new Span(Counted.number(count));
        number.addClassNames("num", "faint");
        link.add(new Span(name), number);
        link.addClassName("q");
        if (Objects.equals(kind, question.kind())) {
            link.getElement().setAttribute("aria-current", "true");
        }
        return link;
    }
}
