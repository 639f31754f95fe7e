package org.scpmonitor.ui.provenance;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.provenance.Figure;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Opens beside a page when somebody asks where a figure comes from; on a narrow screen it covers it. Escape closes it
 * and gives the focus back.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ProvenanceDrawer extends Aside {
    private final ProvenanceQueries queries;
    private final CurrentViewer viewer;
    private final Header header = new Header();
    private final Div body = new Div();

    ProvenanceDrawer(ProvenanceQueries queries, CurrentViewer viewer) {
        this.queries = queries;
        this.viewer = viewer;
        addClassName("drawer");
        getElement().setAttribute("aria-label", translate("provenance.title"));
        body.addClassName("body");
        add(header, body);
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE);
    }

    /** @param figure key of an actual, as points and figures carry it */
    public void open(String figure) {
        queries.find(Long.parseLong(figure)).ifPresent(found -> open(found, null));
    }

    /** @param institution code of the one whose part of the figure is asked for */
    public void open(String figure, String institution) {
        queries.find(Long.parseLong(figure)).ifPresent(found -> open(found, institution));
    }

    private void open(Figure figure, @Nullable String institution) {
        Button close = new Button(Icon.CLOSE.image(), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(translate("provenance.close"));
        header.removeAll();
        header.add(title(figure), close);
        body.removeAll();
        body.add(new Trail(
                queries,
                figure,
                new Sources(queries, figure.id(), institution),
                !viewer.get().isPublic(),
                () -> open(figure, null)));
        setVisible(true);
        getElement().executeJs("this.opener = this.opener || document.activeElement");
        close.focus();
    }

    private static Div title(Figure figure) {
        Locale locale = UI.getCurrent().getLocale();
        Paragraph what = new Paragraph("%s · %s · %s"
                .formatted(
                        figure.indicator(),
                        figure.countryName().in(locale),
                        figure.period().label(locale)));
        what.addClassNames("xxs", "faint");
        H2 title = new H2(
                translate("provenance.of", UnitText.with(new NumberText(locale).of(figure.value()), figure.unit())));
        title.addClassName("sec");
        return new Div(what, title);
    }

    private void close() {
        if (isVisible()) {
            setVisible(false);
            UI.getCurrent()
                    .getPage()
                    .executeJs("const d = $0; if (d && d.opener) { d.opener.focus(); d.opener = null }", getElement());
        }
    }
}
