package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** How a programme follows an indicator; the fields of a milestone and of a target show once they are asked for. */
class FollowedForm extends FieldForm {
    private final List<Section> milestone;
    private final List<Section> target;

    FollowedForm(List<String> institutions) {
        super(() -> {});
        milestone = List.of(section(
                "milestone",
                text("milestone.period"),
                text("milestone.value"),
                text("milestone.source"),
                flag("milestone.illustrative")));
        target = List.of(
                section(
                        "target",
                        text("target.code"),
                        text("target.period"),
                        text("target.value"),
                        day("target.decidedOn"),
                        flag("target.conditional"),
                        flag("target.illustrative"),
                        text("target.source.title"),
                        text("target.source.url"),
                        text("target.derivation")),
                section("statement", texts("target.statement", true)),
                section("definitionNote", texts("target.definitionNote", true)));
        add(
                section(
                        "followed",
                        words("responsible", institutions, UnaryOperator.identity()),
                        words(
                                "estimation",
                                List.of("carried_forward", "interpolated", "baseline_share"),
                                code -> translate("estimation." + code)),
                        flag("headline")),
                section("baseline", text("baseline.period"), text("baseline.value")),
                section("baselineNote", texts("baseline.note", true)));
        target.forEach(this::add);
        milestone.forEach(this::add);
    }

    @Override
    void show(Map<String, String> values) {
        super.show(values);
        milestone.forEach(section -> section.setVisible(false));
        target.forEach(section -> section.setVisible(false));
    }

    void askForMilestone() {
        milestone.forEach(section -> section.setVisible(true));
        focus("milestone.period");
    }

    /** @param begun what is known of the target's version already */
    void askForTarget(Map<String, String> begun) {
        Map<String, String> values = new LinkedHashMap<>(values());
        values.putAll(begun);
        super.show(values);
        target.forEach(section -> section.setVisible(true));
        focus(begun.containsKey("target.period") ? "target.value" : "target.period");
    }
}
