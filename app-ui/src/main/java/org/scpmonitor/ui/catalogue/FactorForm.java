package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Viewer;
import org.scpmonitor.factor.FactorChange;
import org.scpmonitor.factor.FactorChange.Flaw;
import org.scpmonitor.factor.FactorEdits;
import org.scpmonitor.factor.FactorEdits.Outcome;
import org.scpmonitor.factor.FactorEdits.Prospect;
import org.scpmonitor.factor.FactorValue;
import org.scpmonitor.factor.Factors.Factor;
import org.scpmonitor.factor.Factors.Variant;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.Note;
import org.scpmonitor.ui.component.UnitText;
import org.scpmonitor.ui.progress.DayPicker;

/**
 * A value added to a factor, or put in the place of one. It is stored only after its effect has been seen: any change of a
 * field takes that back.
 */
class FactorForm extends Dialog {
    private static final int FIGURES = 20;
    private static final Text NOTHING = new Text("", "", "");

    private final Factor factor;
    private final @Nullable FactorValue corrected;
    private final FactorEdits edits;
    private final Viewer viewer;
    private final ComboBox<String> country = new ComboBox<>(translate("factor.country"));
    private final ComboBox<Variant> variant = new ComboBox<>(translate("factor.variant"));
    private final DatePicker from = new DayPicker(translate("factor.from"));
    private final DatePicker until = new DayPicker(translate("factor.until"));
    private final BigDecimalField value = new BigDecimalField(translate("factor.value"));
    private final BigDecimalField lower = new BigDecimalField(translate("factor.lower"));
    private final BigDecimalField upper = new BigDecimalField(translate("factor.upper"));
    private final TextField source = new TextField(translate("factor.source"));
    private final TextField url = new TextField(translate("factor.url"));
    private final Checkbox illustrative = new Checkbox(translate("factor.illustrative"));
    private final TextArea reason = new TextArea(translate("factor.reason"));
    private final Map<String, AbstractField<?, ?>> fields = new LinkedHashMap<>();
    private final Div effect = new Div();
    private final Button see = new Button(translate("factor.see"));
    private final Button store = new Button(translate("factor.store"));

    /**
     * @param corrected the value that is to be replaced; null for a new one
     * @param countries codes of those that may have a value of their own
     * @param stored what follows
     */
    FactorForm(
            Factor factor,
            @Nullable FactorValue corrected,
            List<String> countries,
            FactorEdits edits,
            Viewer viewer,
            Runnable stored) {
        this.factor = factor;
        this.corrected = corrected;
        this.edits = edits;
        this.viewer = viewer;
        setHeaderTitle(translate(corrected == null ? "factor.add.title" : "factor.correct.title", factor.code()));
        setWidth("min(46rem, 100%)");
        fields(countries);
        fill();
        effect.getElement().setAttribute("role", "status");
        Div place = new Div(country, variant, from, until);
        Div worth = new Div(value, lower, upper);
        Div origin = new Div(source, url);
        for (Div row : List.of(place, worth, origin)) {
            row.addClassNames("row", "wrap");
        }
        Div content = new Div(place, worth, origin, illustrative, reason, effect);
        content.addClassName("stack");
        add(content);
        see.addClickListener(click -> see());
        store.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        store.setEnabled(false);
        store.addClickListener(click -> store(stored));
        getFooter().add(new Button(translate("submission.leave"), click -> close()), see, store);
    }

    private void fields(List<String> countries) {
        country.setItems(countries);
        country.setItemLabelGenerator(FactorWords::country);
        country.setPlaceholder(translate("factor.everywhere"));
        country.setClearButtonVisible(true);
        variant.setItems(factor.codes());
        variant.setItemLabelGenerator(each -> FactorWords.variant(each.code(), each.name()));
        variant.setVisible(!factor.codes().isEmpty());
        until.setClearButtonVisible(true);
        until.setHelperText(translate("factor.until.help"));
        value.setHelperText(UnitText.of(factor.unit()));
        for (BigDecimalField each : List.of(value, lower, upper)) {
            each.setLocale(Words.locale());
        }
        lower.setHelperText(translate("factor.range.help"));
        source.setWidth("22rem");
        url.setWidth("22rem");
        reason.setWidthFull();
        reason.setMaxLength(500);
        fields.putAll(Map.of("country", country, "variant", variant, "from", from, "until", until));
        fields.putAll(Map.of("value", value, "lower", lower, "upper", upper, "source", source, "url", url));
        fields.put("reason", reason);
        for (HasValidation each : List.of(from, value, source)) {
            ((AbstractField<?, ?>) each).setRequiredIndicatorVisible(true);
        }
        reason.setRequiredIndicatorVisible(corrected != null);
        fields.values().forEach(field -> field.addValueChangeListener(change -> unsee()));
        illustrative.addValueChangeListener(change -> unsee());
    }

    private void fill() {
        if (corrected == null) {
            return;
        }
        country.setValue(corrected.country());
        factor.codes().stream()
                .filter(each -> each.code().equals(corrected.variant()))
                .findFirst()
                .ifPresent(variant::setValue);
        from.setValue(corrected.from());
        until.setValue(corrected.until());
        value.setValue(corrected.value());
        lower.setValue(corrected.lower());
        upper.setValue(corrected.upper());
        source.setValue(corrected.source().title());
        url.setValue(Optional.ofNullable(corrected.source().url()).orElse(""));
        illustrative.setValue(corrected.illustrative());
        for (HasEnabled each : List.of(country, variant, from)) {
            each.setEnabled(false);
        }
        value.setAutofocus(true);
    }

    private void unsee() {
        store.setEnabled(false);
        effect.removeAll();
        fields.values().forEach(field -> ((HasValidation) field).setInvalid(false));
    }

    private Optional<FactorChange> change() {
        LocalDate day = from.getValue();
        BigDecimal worth = value.getValue();
        if (day == null) {
            tell(from, "DAY_MISSING");
        }
        if (worth == null) {
            tell(value, "VALUE_MISSING");
        }
        return day == null || worth == null
                ? Optional.empty()
                : Optional.of(new FactorChange(
                        factor.code(),
                        country.getValue(),
                        variant.getValue() == null ? "" : variant.getValue().code(),
                        day,
                        until.getValue(),
                        worth,
                        lower.getValue(),
                        upper.getValue(),
                        source.getValue(),
                        url.getValue().isBlank() ? null : url.getValue().strip(),
                        corrected == null ? NOTHING : corrected.note(),
                        illustrative.getValue(),
                        reason.getValue()));
    }

    private void see() {
        unsee();
        change().ifPresent(change -> {
            switch (edits.foresee(viewer, change, FIGURES)) {
                case Prospect.Refused(List<Flaw> flaws) -> refuse(flaws);
                case Prospect.Seen seen -> {
                    effect.add(
                            seen.figures().total() == 0
                                    ? new Note(Note.Kind.OK, translate("catalogue.prospect.nofigures"))
                                    : new FigureTable(seen.figures()));
                    store.setEnabled(true);
                    store.focus();
                }
            }
        });
    }

    private void store(Runnable stored) {
        change().ifPresent(change -> {
            switch (edits.store(viewer, change)) {
                case Outcome.Refused(List<Flaw> flaws) -> refuse(flaws);
                case Outcome.Stored done -> {
                    close();
                    stored.run();
                }
            }
        });
    }

    private void refuse(List<Flaw> flaws) {
        for (Flaw flaw : flaws) {
            AbstractField<?, ?> field = fields.get(flaw.field());
            if (field == null) {
                effect.add(new Note(Note.Kind.ERROR, translate("factor.flaw." + flaw.name())));
            } else {
                tell((HasValidation) field, flaw.name());
            }
        }
    }

    private static void tell(HasValidation field, String flaw) {
        field.setErrorMessage(translate("factor.flaw." + flaw));
        field.setInvalid(true);
    }
}
