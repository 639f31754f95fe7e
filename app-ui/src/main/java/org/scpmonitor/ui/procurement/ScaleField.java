package org.scpmonitor.ui.procurement;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A number on a scale that is moved by hand or by the arrow keys, with its value beside it; told once it is let go. */
class ScaleField extends Div {
    private final Element input = new Element("input");
    private final Element output = new Element("output");
    private final UnaryOperator<String> print;

    /**
     * @param id by which the label belongs to it; once on a screen
     * @param print how the value is written beside it
     */
    ScaleField(String id, String label, int most, UnaryOperator<String> print, Consumer<BigDecimal> told) {
        this.print = print;
        addClassName("scale-field");
        Element name = new Element("label").setAttribute("for", id);
        name.setText(label);
        input.setAttribute("type", "range")
                .setAttribute("id", id)
                .setAttribute("min", "0")
                .setAttribute("max", Integer.toString(most))
                .setAttribute("step", "1");
        output.setAttribute("for", id);
        input.addEventListener("change", event -> {
                    String value = event.getEventData().get("element.value").asString();
                    if (value.matches("\\d{1,4}")) {
                        told.accept(new BigDecimal(value).min(BigDecimal.valueOf(most)));
                    }
                })
                .addEventData("element.value");
        getElement().appendChild(name, input, output);
    }

    void show(BigDecimal value) {
        String plain = value.stripTrailingZeros().toPlainString();
        input.setProperty("value", plain);
        output.setText(print.apply(plain));
    }
}
