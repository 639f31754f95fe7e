package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.narrative.Narrative;
import org.scpmonitor.narrative.Narratives;
import org.scpmonitor.narrative.Narratives.Flaw;
import org.scpmonitor.narrative.Narratives.Outcome;
import org.scpmonitor.narrative.Narratives.Said;
import org.scpmonitor.security.CurrentViewer;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.progress.Picture;

/** Where something is said of a figure: the text, its language, and of which period. */
class NarrativeEditor extends Div {
    private static final List<String> LANGUAGES = List.of("es", "en", "de");

    private final NumberText numbers = new NumberText(UI.getCurrent().getLocale());
    private final NarrativeCard.Shown of;
    private final Select<ReportingPeriod> period = new Select<>();
    private final Select<String> language = new Select<>();
    private final TextArea text = new TextArea(translate("indicator.narrative.text"));
    private final Div refused = new Div();

    /**
     * @param chosen null where the writer is to choose one
     * @param done told whether something was stored
     */
    NarrativeEditor(
            Narratives narratives,
            CurrentViewer viewer,
            NarrativeCard.Shown of,
            @Nullable ReportingPeriod chosen,
            Consumer<Boolean> done) {
        this.of = of;
        addClassName("stack-s");
        period.setLabel(translate("indicator.narrative.period"));
        period.setItems(of.periods());
        period.setItemLabelGenerator(Picture::label);
        period.addValueChangeListener(change -> take(change.getValue()));
        language.setLabel(translate("indicator.narrative.language"));
        language.setItems(LANGUAGES);
        language.setItemLabelGenerator(each -> translate("indicator.language." + each));
        text.setMaxLength(Narrative.LONGEST);
        text.setMinRows(4);
        text.setMaxRows(14);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(change -> count());
        refused.getElement().setAttribute("role", "alert");
        period.setValue(chosen == null ? of.periods().getFirst() : chosen);
        Div fields = new Div(period, language);
        fields.addClassNames("row", "wrap");
        Button save = new Button(translate("indicator.narrative.save"), click -> save(narratives, viewer, done));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        Button cancel = new Button(translate("indicator.narrative.cancel"), click -> done.accept(false));
        cancel.addThemeVariants(ButtonVariant.LUMO_SMALL);
        Div acts = new Div(save, cancel);
        acts.addClassNames("row", "wrap");
        add(fields, text, refused, acts);
    }

    void focus() {
        text.focus();
    }

    private Optional<Narrative> standing() {
        return of.narratives().stream()
                .filter(each -> each.period().equals(period.getValue()))
                .findFirst();
    }

    private void take(ReportingPeriod chosen) {
        Optional<Narrative> standing = standing();
        String own = UI.getCurrent().getLocale().getLanguage();
        language.setValue(
                standing.map(Narrative::language).orElse(LANGUAGES.contains(own) ? own : LANGUAGES.getFirst()));
        text.setValue(standing.map(Narrative::text).orElse(""));
        text.setLabel(translate("indicator.narrative.text.of", Picture.label(chosen)));
        count();
    }

    private void count() {
        String written = text.getValue();
        text.setHelperText(translate(
                "indicator.narrative.left",
                numbers.of(written.codePointCount(0, written.length())),
                numbers.of(Narrative.LONGEST)));
    }

    private void save(Narratives narratives, CurrentViewer viewer, Consumer<Boolean> done) {
        var said = new Said(
                of.programme(),
                of.indicator(),
                period.getValue(),
                language.getValue(),
                text.getValue(),
                standing().map(Narrative::version).orElse(0));
        switch (narratives.write(viewer.get(), said)) {
            case Outcome.Written written -> done.accept(true);
            case Outcome.Refused(Flaw flaw) -> {
                refused.removeAll();
                refused.add(new Note(Note.Kind.ERROR, translate("indicator.narrative." + flaw.name())));
            }
        }
    }
}
