package org.scpmonitor.ui.mapping;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.intake.TablePreview;
import org.scpmonitor.mapping.CodeList;
import org.scpmonitor.mapping.Mapping.MappedColumn;
import org.scpmonitor.mapping.Meaning;
import org.scpmonitor.mapping.OurCodes.Alike;
import org.scpmonitor.mapping.OurCodes.Code;
import org.scpmonitor.mapping.PeriodFormat;

/** One column of the sender's table: its name, some of what stands in it, and what it means. */
class ColumnRow extends Div {

    /** What a column may be said to be. */
    enum Kind {
        UNDECIDED,
        INSTITUTION,
        INDICATOR,
        DISAGGREGATION,
        PERIOD,
        YEAR,
        MONTH,
        VALUE,
        DURATION,
        UNIT,
        STATUS,
        COMMENT,
        LEFT_OUT
    }

    /** The codes that this column's may stand for. */
    record Choices(
            List<Code> institutions,
            List<Code> indicators,
            List<Code> disaggregations,
            Alike likeInstitutions,
            Alike likeIndicators,
            Alike likeDisaggregations) {

        Choices(List<Code> institutions, List<Code> indicators, List<Code> disaggregations) {
            this(
                    institutions,
                    indicators,
                    disaggregations,
                    new Alike(institutions),
                    new Alike(indicators),
                    new Alike(disaggregations));
        }
    }

    private final String name;
    private final int position;
    private final List<String> samples;
    private final Choices choices;
    private final Runnable changed;
    private final Select<Kind> kind = new Select<>();
    private final Div more = new Div();
    private final Select<PeriodFormat.Style> style = new Select<>();
    private final Select<Integer> months = new Select<>();
    private final ComboBox<Code> indicator = new ComboBox<>();
    private final ComboBox<Code> disaggregation = new ComboBox<>();
    private final TextField period = new TextField();
    private final TextField unit = new TextField();
    private final ComboBox<String> dimension = new ComboBox<>();
    private final TextField template = new TextField();
    private final Map<String, String> pairs = new LinkedHashMap<>();
    private boolean confirmingAll;

    ColumnRow(String name, int position, List<String> samples, Choices choices, Runnable changed) {
        this.name = name;
        this.position = position;
        this.samples = samples;
        this.choices = choices;
        this.changed = changed;
        addClassName("mapcol");
        Span title = new Span(name.isEmpty() ? translate("mapping.column.unnamed", position) : name);
        title.addClassName("b");
        Span some = new Span(String.join(" · ", samples.subList(0, Math.min(3, samples.size()))));
        some.addClassNames("xxs", "faint", "mono");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> translate("mapping.kind." + each.name()));
        kind.setValue(Kind.UNDECIDED);
        kind.setAriaLabel(translate("mapping.kind", title.getText()));
        prepare();
        kind.addValueChangeListener(chosen -> {
            showMore();
            changed.run();
        });
        more.addClassNames("row", "wrap");
        add(new Div(title, new Div(some)), kind, more);
    }

    private void prepare() {
        style.setItems(PeriodFormat.Style.values());
        style.setItemLabelGenerator(PeriodFormat.Style::example);
        style.setLabel(translate("mapping.period.format"));
        style.setValue(PeriodFormat.of(samples).map(PeriodFormat::pattern).orElse(PeriodFormat.Style.OURS));
        months.setItems(1, 3, 6, 12);
        months.setItemLabelGenerator(each -> translate("mapping.months." + each));
        months.setLabel(translate("mapping.months"));
        months.setValue(1);
        indicator.setItems(choices.indicators());
        indicator.setItemLabelGenerator(ColumnRow::label);
        indicator.setLabel(translate("mapping.kind.INDICATOR"));
        indicator.setClearButtonVisible(true);
        disaggregation.setItems(choices.disaggregations());
        disaggregation.setItemLabelGenerator(ColumnRow::label);
        disaggregation.setLabel(translate("mapping.kind.DISAGGREGATION"));
        disaggregation.setClearButtonVisible(true);
        period.setLabel(translate("mapping.period.constant"));
        unit.setLabel(translate("mapping.kind.UNIT"));
        dimension.setItems(choices.disaggregations().stream()
                .map(code -> code.code().substring(0, code.code().indexOf('=')))
                .distinct()
                .toList());
        dimension.setLabel(translate("mapping.dimension"));
        template.setLabel(translate("mapping.template"));
        template.setHelperText(translate("mapping.template.help"));
        style.addValueChangeListener(any -> changed.run());
        months.addValueChangeListener(any -> changed.run());
        indicator.addValueChangeListener(any -> changed.run());
        disaggregation.addValueChangeListener(any -> changed.run());
        period.addValueChangeListener(any -> changed.run());
        unit.addValueChangeListener(any -> changed.run());
        dimension.addValueChangeListener(any -> changed.run());
        template.addValueChangeListener(any -> {
            showMore();
            changed.run();
        });
    }

    private static String label(Code code) {
        return code.name().isEmpty() ? code.code() : code.code() + " · " + code.name();
    }

    int position() {
        return position;
    }

    String name() {
        return name;
    }

    boolean isUndecided() {
        return kind.getValue() == Kind.UNDECIDED;
    }

    void undecide() {
        kind.setValue(Kind.UNDECIDED);
    }

    void leaveOut() {
        kind.setValue(Kind.LEFT_OUT);
    }

    /** Whether what stands in it are numbers. */
    boolean isNumeric() {
        return !samples.isEmpty() && samples.stream().allMatch(TablePreview::isNumber);
    }

    /** Takes it as a value of the disaggregation that its name is most like. */
    void takeAsValue() {
        kind.setValue(Kind.VALUE);
        choices.likeDisaggregations().likeliest(name.replace('_', ' ')).ifPresent(disaggregation::setValue);
    }

    /** Shows what is proposed, or was saved. */
    void mean(Meaning meaning) {
        switch (meaning) {
            case Meaning.Institution(CodeList codes) -> coded(Kind.INSTITUTION, codes);
            case Meaning.Indicator(CodeList codes) -> coded(Kind.INDICATOR, codes);
            case Meaning.Disaggregation(String of, CodeList codes) -> {
                coded(Kind.DISAGGREGATION, codes);
                dimension.setValue(of.isEmpty() ? null : of);
            }
            case Meaning.Period(PeriodFormat format) -> {
                kind.setValue(Kind.PERIOD);
                style.setValue(format.pattern());
                months.setValue(format.months());
            }
            case Meaning.Year _ -> kind.setValue(Kind.YEAR);
            case Meaning.Month _ -> kind.setValue(Kind.MONTH);
            case Meaning.Value value -> {
                kind.setValue(value.duration() ? Kind.DURATION : Kind.VALUE);
                indicator.setValue(find(choices.indicators(), value.indicator()));
                disaggregation.setValue(find(choices.disaggregations(), value.disaggregation()));
                period.setValue(value.period());
                unit.setValue(value.unit());
            }
            case Meaning.Unit(CodeList codes) -> coded(Kind.UNIT, codes);
            case Meaning.Status(CodeList codes) -> coded(Kind.STATUS, codes);
            case Meaning.Comment _ -> kind.setValue(Kind.COMMENT);
            case Meaning.LeftOut _ -> kind.setValue(Kind.LEFT_OUT);
        }
    }

    private void coded(Kind as, CodeList codes) {
        pairs.clear();
        pairs.putAll(codes.pairs());
        template.setValue(codes.template());
        kind.setValue(as);
        showMore();
    }

    private static @Nullable Code find(List<Code> codes, String code) {
        return codes.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    /** The column with its meaning; empty while nothing is said of it. */
    Optional<MappedColumn> column() {
        return meaning().map(means -> new MappedColumn(name, position, means));
    }

    private Optional<Meaning> meaning() {
        return switch (kind.getValue()) {
            case UNDECIDED -> Optional.empty();
            case INSTITUTION -> Optional.of(new Meaning.Institution(codes()));
            case INDICATOR -> Optional.of(new Meaning.Indicator(codes()));
            case DISAGGREGATION ->
                Optional.of(
                        new Meaning.Disaggregation(dimension.getValue() == null ? "" : dimension.getValue(), codes()));
            case PERIOD -> {
                PeriodFormat.Style pattern = style.getValue();
                yield Optional.of(new Meaning.Period(
                        pattern.months() == 0
                                ? new PeriodFormat(pattern, months.getValue())
                                : PeriodFormat.of(pattern)));
            }
            case YEAR -> Optional.of(new Meaning.Year());
            case MONTH -> Optional.of(new Meaning.Month());
            case VALUE -> Optional.of(value(false));
            case DURATION -> Optional.of(value(true));
            case UNIT -> Optional.of(new Meaning.Unit(codes()));
            case STATUS -> Optional.of(new Meaning.Status(codes()));
            case COMMENT -> Optional.of(new Meaning.Comment());
            case LEFT_OUT -> Optional.of(new Meaning.LeftOut());
        };
    }

    private Meaning.Value value(boolean duration) {
        return new Meaning.Value(
                indicator.getValue() == null ? "" : indicator.getValue().code(),
                disaggregation.getValue() == null
                        ? ""
                        : disaggregation.getValue().code(),
                period.getValue().strip(),
                duration ? "" : unit.getValue().strip(),
                duration);
    }

    private CodeList codes() {
        String wanted = template.getValue().strip();
        return new CodeList(wanted.contains(CodeList.THEIRS) ? wanted : "", pairs);
    }

    private void showMore() {
        more.removeAll();
        switch (kind.getValue()) {
            case PERIOD -> more.add(style, months);
            case VALUE -> more.add(indicator, disaggregation, period, unit);
            case DURATION -> more.add(indicator, disaggregation, period);
            case INSTITUTION -> codes(choices.institutions(), choices.likeInstitutions());
            case INDICATOR -> codes(choices.indicators(), choices.likeIndicators());
            case DISAGGREGATION -> {
                more.add(dimension);
                codes(choices.disaggregations(), choices.likeDisaggregations());
            }
            case UNDECIDED, YEAR, MONTH, UNIT, STATUS, COMMENT, LEFT_OUT -> {
                // says all by itself
            }
        }
    }

    private void codes(List<Code> ours, Alike alike) {
        String proposed = template.isEmpty() && pairs.isEmpty() ? alike.template(samples) : "";
        if (proposed.isEmpty()) {
            more.add(template, matches(ours, alike));
        } else {
            // Shows all of this anew, by its listener.
            template.setValue(proposed);
        }
    }

    /** Their codes beside ours: what is likeliest is proposed, and holds once it has been confirmed. */
    private Div matches(List<Code> ours, Alike alike) {
        Div list = new Div();
        list.addClassNames("stacked", "xs");
        List<Checkbox> boxes = new ArrayList<>();
        for (String theirs : samples) {
            String as = codes().lookup().apply(theirs);
            if (!pairs.containsKey(theirs) && find(ours, whole(as)) != null) {
                continue;
            }
            ComboBox<Code> choice = new ComboBox<>();
            choice.setItems(ours);
            choice.setItemLabelGenerator(ColumnRow::label);
            choice.setAriaLabel(translate("mapping.code.ours", theirs));
            String known = pairs.get(theirs);
            choice.setValue(known == null ? alike.likeliest(theirs).orElse(null) : find(ours, whole(known)));
            Checkbox confirmed = new Checkbox(theirs, known != null);
            boxes.add(confirmed);
            Runnable keep = () -> {
                Code chosen = choice.getValue();
                if (confirmed.getValue() && chosen != null) {
                    pairs.put(theirs, code(chosen));
                } else {
                    pairs.remove(theirs);
                    confirmed.setValue(false);
                }
                if (!confirmingAll) {
                    changed.run();
                }
            };
            confirmed.addValueChangeListener(any -> keep.run());
            choice.addValueChangeListener(any -> keep.run());
            Div row = new Div(confirmed, choice);
            row.addClassNames("row", "wrap");
            list.add(row);
        }
        if (boxes.size() > 1) {
            Checkbox all = new Checkbox(translate("mapping.code.all"));
            all.addValueChangeListener(any -> {
                confirmingAll = true;
                boxes.forEach(box -> box.setValue(all.getValue()));
                confirmingAll = false;
                changed.run();
            });
            list.addComponentAsFirst(all);
        }
        return list;
    }

    /** A code of ours as the lists have it. */
    private String whole(String code) {
        return kind.getValue() == Kind.DISAGGREGATION && dimension.getValue() != null
                ? dimension.getValue() + "=" + code
                : code;
    }

    private String code(Code chosen) {
        return kind.getValue() == Kind.DISAGGREGATION && dimension.getValue() != null
                ? chosen.code().substring(chosen.code().indexOf('=') + 1)
                : chosen.code();
    }
}
