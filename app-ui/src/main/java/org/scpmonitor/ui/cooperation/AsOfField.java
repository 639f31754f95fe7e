package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.progress.DayPicker;

/** The field for the day that a page of the register is read as of; today is now. */
public class AsOfField extends Span {
    /** @param onChoice takes null for now */
    public AsOfField(Selection selection, LocalDate today, Consumer<@Nullable LocalDate> onChoice) {
        addClassNames("filters", "moment");
        DayPicker picker = new DayPicker("");
        picker.setPrefixComponent(new Span(translate("progress.asof")));
        picker.setAriaLabel(translate("progress.asof.long"));
        picker.setMax(today);
        LocalDate day = selection.asOf();
        picker.setValue(day == null ? today : day);
        picker.addValueChangeListener(change -> {
            LocalDate chosen = change.getValue();
            if (!picker.isInvalid() && change.isFromClient()) {
                onChoice.accept(chosen == null || !chosen.isBefore(today) ? null : chosen);
            }
        });
        add(picker);
    }
}
