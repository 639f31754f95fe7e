package org.scpmonitor.ui.typed;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.NumberFormat;
import org.scpmonitor.batch.intake.TypedNumber;
import org.scpmonitor.draft.TypedValue;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingTexts;
import org.scpmonitor.submission.Severity;
import org.scpmonitor.ui.component.NumberText;

/** Where a number is typed in the reader's number format; what was understood or found stands below it. */
class ValueField extends TextField {
    /** How long somebody may pause before what was typed is checked. */
    private static final int PAUSE = 400;

    private final Locale locale;
    private final NumberFormat format;

    /** @param of what the value is of, for those who can't see the row */
    ValueField(String of, Locale locale) {
        this.locale = locale;
        this.format = format(locale);
        setAriaLabel(translate("typed.value.of", of));
        setAutoselect(true);
        setAutocomplete(Autocomplete.OFF);
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(PAUSE);
        getElement().setAttribute("inputmode", "decimal");
        addThemeVariants(TextFieldVariant.LUMO_ALIGN_RIGHT, TextFieldVariant.LUMO_SMALL);
        addClassName("typed-value");
        setManualValidation(true);
        setWidthFull();
    }

    private static NumberFormat format(Locale locale) {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator() == ','
                ? NumberFormat.COMMA
                : NumberFormat.POINT;
    }

    /** The number that a text says; null where it says none. */
    static @Nullable BigDecimal read(String text, Locale locale) {
        return TypedNumber.of(text, format(locale)) instanceof TypedNumber.Read(BigDecimal number, boolean _)
                ? number
                : null;
    }

    /** Shows a value as it was typed, or in this reader's format where somebody typed it in another. */
    void show(TypedValue value) {
        setValue(value.saysNone() ? "" : written(value));
        setEnabled(!value.saysNone());
    }

    private String written(TypedValue value) {
        BigDecimal number = value.value();
        if (number == null) {
            return value.written();
        }
        BigDecimal here = read(value.written(), locale);
        return here != null && here.compareTo(number) == 0 ? value.written() : new NumberText(locale).full(number);
    }

    /** Shows what was found, else what was understood where it could be taken for something else. */
    void tell(List<Finding> found) {
        TypedNumber number = TypedNumber.of(getValue(), format);
        List<Finding> all = number instanceof TypedNumber.Unreadable(Finding unreadable) ? List.of(unreadable) : found;
        boolean wrong = all.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        Stream<String> echo = number instanceof TypedNumber.Read read && read.ambiguous()
                ? Stream.of(echo(read.value()))
                : Stream.empty();
        String text =
                Stream.concat(echo, all.stream().map(this::text).distinct()).collect(Collectors.joining(" "));
        setInvalid(wrong);
        setErrorMessage(wrong ? text : null);
        setHelperText(wrong || text.isEmpty() ? null : text);
        setClassName("asked", !wrong && !all.isEmpty());
    }

    private String text(Finding finding) {
        FindingTexts texts = FindingTexts.of(finding, locale);
        return finding.severity() == Severity.ERROR ? texts.what() + " " + texts.expected() : texts.what();
    }

    /** How a text with two readings was read, and how to write the other one. */
    private String echo(BigDecimal value) {
        boolean whole = value.stripTrailingZeros().scale() <= 0;
        String other = whole
                ? plain(value.movePointLeft(3).setScale(3, RoundingMode.UNNECESSARY))
                : plain(value.movePointRight(3).stripTrailingZeros());
        return translate(whole ? "typed.read.whole" : "typed.read.decimal", plain(value), other);
    }

    private String plain(BigDecimal value) {
        return value.toPlainString().replace('.', format.decimal());
    }
}
