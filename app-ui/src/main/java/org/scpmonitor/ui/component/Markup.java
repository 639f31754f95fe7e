package org.scpmonitor.ui.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Set;

/** What components show, as markup: of such as are only looked at and hold links. */
final class Markup {
    private static final Set<String> WITHOUT_END = Set.of("br", "hr", "img", "input", "link");

    private Markup() {}

    static String of(List<Component> components) {
        StringBuilder markup = new StringBuilder();
        components.forEach(each -> write(each.getElement(), markup));
        return markup.toString();
    }

    private static void write(Element element, StringBuilder markup) {
        if (element.isTextNode()) {
            markup.append(SvgImage.escaped(element.getText()));
            return;
        }
        if (!element.isVisible()) {
            return;
        }
        markup.append('<').append(element.getTag());
        element.getAttributeNames()
                .forEach(name -> markup.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(SvgImage.escaped(element.getAttribute(name)))
                        .append('"'));
        markup.append('>');
        String inner = element.getProperty("innerHTML");
        if (inner != null) {
            markup.append(inner);
        }
        element.getChildren().forEach(child -> write(child, markup));
        if (!WITHOUT_END.contains(element.getTag())) {
            markup.append("</").append(element.getTag()).append('>');
        }
    }
}
