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
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.provenance.Figure;
import org.scpmonitor.provenance.ProvenanceQueries;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Icon;
import org.scpmonitor.ui.component.LinkCopy;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.submission.SentFile;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Opens beside a page when somebody asks where a figure comes from; on a narrow screen it covers it. Escape closes it
 * and gives the focus back. While it is open the page's address names the figure, and such an address opens it.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class ProvenanceDrawer extends Aside implements AfterNavigationObserver {
    private static final String FIGURE = "figure";
    private static final String INSTITUTION = "institution";

    private final ProvenanceQueries queries;
    private final CurrentViewer viewer;
    private final SentFile originals;
    private final Header header = new Header();
    private final Div body = new Div();
    private @Nullable Asked asked;

    /** @param institution code of the one whose part of the figure is asked for; null for all of it */
    private record Asked(String figure, @Nullable String institution) {
        Optional<Long> key() {
            return figure.matches("\\d{1,18}") ? Optional.of(Long.valueOf(figure)) : Optional.empty();
        }
    }

    ProvenanceDrawer(ProvenanceQueries queries, CurrentViewer viewer, SentFile originals) {
        this.queries = queries;
        this.viewer = viewer;
        this.originals = originals;
        addClassName("drawer");
        getElement().setAttribute("aria-label", translate("provenance.title"));
        body.addClassName("body");
        add(header, body);
        setVisible(false);
        Shortcuts.addShortcutListener(this, this::close, Key.ESCAPE);
    }

    /** @param figure key of an actual, as points and figures carry it */
    public void open(String figure) {
        open(new Asked(figure, null));
    }

    /** @param institution code of the one whose part of the figure is asked for */
    public void open(String figure, String institution) {
        open(new Asked(figure, institution));
    }

    /** Opens what the address names; where it names nothing, as after a change of filters, what is open stays and is named. */
    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        Asked now = asked;
        address.getSingleParameter(FIGURE)
                .map(figure -> new Asked(
                        figure, address.getSingleParameter(INSTITUTION).orElse(null)))
                .filter(named -> !named.equals(now))
                .ifPresentOrElse(this::open, () -> name(now));
    }

    private void open(Asked now) {
        asked = now;
        name(now);
        setVisible(true);
        getElement().executeJs("this.opener = this.opener || document.activeElement");
        header.removeAll();
        body.removeAll();
        now.key().flatMap(queries::find).ifPresentOrElse(figure -> show(figure, now), this::showUnknown);
    }

    private void show(Figure figure, Asked now) {
        LinkCopy copied = new LinkCopy();
        Button link = new Button(
                Icon.LINK.image(),
                click -> copied.copy(new LinkCopy.Link(
                        "", translate("provenance.link.copied"), translate("provenance.link.refused"))));
        link.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        link.setAriaLabel(translate("shell.link"));
        Div text = title(figure);
        text.add(copied);
        head(text, link);
        body.add(new Trail(
                queries,
                figure,
                new Sources(queries, figure.id(), now.institution()),
                originals,
                !viewer.get().isPublic(),
                () -> open(new Asked(now.figure(), null))));
    }

    private void showUnknown() {
        H2 title = new H2(translate("provenance.title"));
        title.addClassName("sec");
        head(new Div(title));
        body.add(new Note(Note.Kind.ERROR, translate("provenance.unknown")));
    }

    private void head(Div title, Button... actions) {
        Button close = new Button(Icon.CLOSE.image(), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_TERTIARY);
        close.setAriaLabel(translate("provenance.close"));
        Div acts = new Div(actions);
        acts.addClassName("acts");
        acts.add(close);
        header.add(title, acts);
        close.focus();
    }

    /** Lets the address name what is open, without another step of the browser's history. */
    private static void name(@Nullable Asked now) {
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "const address = new URL(location);"
                                + " for (const [name, value] of [[$0, $1], [$2, $3]]) {"
                                + " if (value) { address.searchParams.set(name, value) }"
                                + " else { address.searchParams.delete(name) } }"
                                + " if (address.href !== location.href) {"
                                + " history.replaceState(history.state, '', address) }",
                        FIGURE,
                        now == null ? "" : now.figure(),
                        INSTITUTION,
                        now == null || now.institution() == null ? "" : now.institution());
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
            asked = null;
            name(null);
            UI.getCurrent()
                    .getPage()
                    .executeJs("const d = $0; if (d && d.opener) { d.opener.focus(); d.opener = null }", getElement());
        }
    }
}
