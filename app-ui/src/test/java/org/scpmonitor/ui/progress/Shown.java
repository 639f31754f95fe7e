package org.scpmonitor.ui.progress;

import com.vaadin.flow.component.Component;
import java.util.stream.Stream;

/** What a component shows. */
final class Shown {
    private Shown() {}

    /** Every text within it, one after the other, whether it is a component's or markup. */
    static String textOf(Component component) {
        return Stream.concat(
                        Stream.of(component.getElement().getText()
                                + component
                                        .getElement()
                                        .getProperty("innerHTML", "")
                                        .replaceAll("<[^>]*>", " ")),
                        component
                                .getElement()
                                .getChildren()
                                .flatMap(child -> child.getComponent().stream())
                                .map(Shown::textOf))
                .reduce("", (all, each) -> all + each + " ");
    }
}
