package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.narrative.Narrative;
import org.scpmonitor.narrative.Narratives;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.Tag;
import org.scpmonitor.ui.progress.Picture;

/** What the responsible institution says of the latest figure and of those before; whoever may say it writes it here. */
class NarrativeCard extends Section {
    private final Locale locale = UI.getCurrent().getLocale();
    private final Narratives narratives;
    private final CurrentViewer viewer;
    private final Runnable onWritten;
    private final Div body = new Div();
    private @Nullable Shown shown;
    private boolean writing;

    /**
     * @param periods of the figures, the latest first
     * @param responsible the institution, by acronym or name; empty where none is named
     * @param editable whether the viewer may say something here and now
     */
    record Shown(
            String programme,
            String indicator,
            List<ReportingPeriod> periods,
            List<Narrative> narratives,
            String responsible,
            boolean editable,
            AsOf asOf) {}

    NarrativeCard(Narratives narratives, CurrentViewer viewer, Runnable onWritten) {
        this.narratives = narratives;
        this.viewer = viewer;
        this.onWritten = onWritten;
        addClassNames("card", "narrative");
        body.addClassName("stack-s");
        add(new H2(translate("indicator.narrative")), body);
        setVisible(false);
    }

    /** What is being written stays, whatever is told meanwhile. */
    void show(@Nullable Shown now) {
        if (Objects.equals(now, shown)) {
            return;
        }
        boolean elsewhere = shown == null
                || now == null
                || !now.programme().equals(shown.programme())
                || !now.indicator().equals(shown.indicator());
        shown = now;
        if (writing && !elsewhere) {
            return;
        }
        build();
    }

    private void build() {
        writing = false;
        body.removeAll();
        Shown now = shown;
        setVisible(now != null && (now.editable() || !now.narratives().isEmpty()));
        if (now == null || now.periods().isEmpty()) {
            return;
        }
        ReportingPeriod latest = now.periods().getFirst();
        now.narratives().stream()
                .filter(each -> each.period().equals(latest))
                .findFirst()
                .ifPresentOrElse(each -> body.add(said(now, each)), () -> body.add(nothing(now, latest)));
        List<Narrative> others = now.narratives().stream()
                .filter(each -> !each.period().equals(latest))
                .toList();
        if (!others.isEmpty()) {
            Div list = new Div();
            list.addClassName("stack-s");
            others.forEach(each -> list.add(said(now, each)));
            body.add(new Details(translate("indicator.narrative.others", others.size()), list));
        }
        if (now.editable() && now.periods().size() > 1) {
            body.add(tertiary("indicator.narrative.other", null, () -> write(now, null)));
        }
    }

    private Component nothing(Shown now, ReportingPeriod latest) {
        Paragraph none = new Paragraph(translate("indicator.narrative.none", Picture.label(latest)));
        none.addClassNames("xs", "muted");
        Div nothing = new Div(none);
        if (now.editable()) {
            nothing.add(tertiary("indicator.narrative.write", Picture.label(latest), () -> write(now, latest)));
        }
        return nothing;
    }

    private Component said(Shown now, Narrative narrative) {
        H3 period = new H3(Picture.label(narrative.period()));
        Div head = new Div(period, new Tag(translate("indicator.language." + narrative.language())));
        head.addClassNames("row", "wrap");
        Div said = new Div(head, new NarrativeText(narrative), meta(now, narrative));
        Div acts = new Div();
        acts.addClassNames("row", "wrap");
        if (narrative.version() > 1) {
            acts.add(tertiary("indicator.narrative.history", period.getText(), () -> history(now, narrative.period())));
        }
        if (now.editable()) {
            acts.add(tertiary("indicator.narrative.edit", period.getText(), () -> write(now, narrative.period())));
        }
        said.add(acts);
        return said;
    }

    private Component meta(Shown now, Narrative narrative) {
        String who = viewer.get().isPublic() || narrative.author().isEmpty()
                ? now.responsible()
                : now.responsible().isEmpty()
                        ? narrative.author()
                        : now.responsible() + " (" + narrative.author() + ")";
        Span meta = new Span((who.isEmpty() ? "" : who + " · ")
                + translate(
                        "indicator.narrative.meta",
                        new DateText(locale).day(narrative.knownFrom()),
                        Integer.toString(narrative.version())));
        meta.addClassNames("xxs", "faint");
        return meta;
    }

    private void history(Shown now, ReportingPeriod period) {
        new NarrativeHistory(
                        narratives.history(now.programme(), now.indicator(), period, now.asOf()),
                        period,
                        viewer.get().isPublic())
                .open();
    }

    /** @param period null where the writer is to choose one */
    private void write(Shown now, @Nullable ReportingPeriod period) {
        writing = true;
        body.removeAll();
        NarrativeEditor editor = new NarrativeEditor(narratives, viewer, now, period, stored -> {
            build();
            if (stored) {
                onWritten.run();
            }
        });
        body.add(editor);
        editor.focus();
    }

    /** @param of what it is done to, said after its name for those who can't see beside what it stands; null for nothing */
    private Button tertiary(String key, @Nullable String of, Runnable act) {
        Button button = new Button(translate(key), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        if (of != null) {
            button.setAriaLabel(translate(key) + ": " + of);
        }
        return button;
    }
}
