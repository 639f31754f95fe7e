package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.cooperation.LearningMatrix;
import org.scpmonitor.ui.component.Segmented;

/** The year of which the learning is shown. */
class YearChoice extends Segmented<Optional<Integer>> {
    YearChoice(CooperationShelf shown, Consumer<@Nullable Integer> onChoice) {
        super(translate("cooperation.year"), year -> onChoice.accept(year.orElse(null)));
        option(Optional.empty(), translate("cooperation.year.all"));
        LearningMatrix.years(shown.learnings(), shown.events(), shown.adoptions())
                .forEach(year -> option(Optional.of(year), year.toString()));
        press(Optional.ofNullable(shown.year()));
    }
}
