package org.scpmonitor.ui.mapping;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.batch.intake.Status;

/** What the sender writes where there is no value, for each reason that there may be. */
class NoValueFields extends Div {

    private static final List<Status> REASONS =
            List.of(Status.NOT_AVAILABLE, Status.NOT_APPLICABLE, Status.CONFIDENTIAL);

    private final Map<Status, TextField> fields = new EnumMap<>(Status.class);

    NoValueFields(Runnable changed) {
        addClassName("mapfields");
        for (Status reason : REASONS) {
            TextField field = new TextField(translate("mapping.noValue." + reason.name()));
            field.setPlaceholder(translate("mapping.noValue.example." + reason.name()));
            field.addValueChangeListener(any -> changed.run());
            fields.put(reason, field);
            add(field);
        }
    }

    /** Each text with the code of the status that it stands for. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((reason, field) -> Stream.of(field.getValue().split(";"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .forEach(text -> texts.put(text, reason.code())));
        return texts;
    }

    void show(Map<String, String> texts) {
        fields.forEach((reason, field) -> field.setValue(texts.entrySet().stream()
                .filter(text -> text.getValue().equals(reason.code()))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("; "))));
    }
}
