package org.scpmonitor.ui.catalogue;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.shared.Registration;
import java.util.List;
import java.util.Locale;
import org.scpmonitor.formula.Completion;
import org.scpmonitor.formula.Flaw;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a formula is typed: flaws are underlined, what may stand at the caret is proposed (Ctrl and space asks). */
@Tag("scp-formula")
@JavaScript("context://scp/formula/scp-formula.js")
public class FormulaText extends Component implements HasStyle {

    private static final JsonMapper JSON = JsonMapper.shared();

    FormulaText() {
        getElement().setProperty("label", translate("formula.text"));
        getElement().setProperty("proposalsLabel", translate("formula.proposals"));
    }

    /** Somebody paused in typing, or asked what may stand at the caret. */
    @DomEvent("formula-change")
    public static class Changed extends ComponentEvent<FormulaText> {
        final String value;
        final int caret;
        final boolean asked;

        public Changed(
                FormulaText source,
                boolean fromClient,
                @EventData("event.detail.value") String value,
                @EventData("event.detail.caret") int caret,
                @EventData("event.detail.asked") boolean asked) {
            super(source, fromClient);
            this.value = value;
            this.caret = Math.clamp(caret, 0, value.length());
            this.asked = asked;
        }
    }

    Registration onChange(ComponentEventListener<Changed> listener) {
        return addListener(Changed.class, listener);
    }

    void write(String value) {
        getElement().setProperty("start", value);
        getElement().executeJs("this.write($0)", value);
    }

    /** Underlines the flaws of a text, if it still stands there. */
    void tell(String value, List<Flaw> flaws) {
        ArrayNode places = JSON.createArrayNode();
        flaws.forEach(flaw -> places.addObject()
                .put("from", flaw.place().from())
                .put("until", flaw.place().until()));
        getElement().executeJs("this.tell($0, JSON.parse($1))", value, places.toString());
    }

    /** Takes the keyboard to a place of the text. */
    void select(Flaw flaw) {
        getElement()
                .executeJs(
                        "this.select($0, $1)", flaw.place().from(), flaw.place().until());
    }

    void propose(Changed change, Completion completion, Locale locale) {
        ObjectNode told = JSON.createObjectNode()
                .put("from", completion.from())
                .put("until", completion.until())
                .put("eager", false);
        ArrayNode proposals = told.putArray("proposals");
        completion
                .proposals()
                .forEach(each -> proposals
                        .addObject()
                        .put("insert", each.insert())
                        .put("name", each.name().in(locale))
                        .put("unit", each.unit()));
        getElement()
                .executeJs(
                        "this.propose($0, $1, JSON.parse($2), $3)",
                        change.value,
                        change.caret,
                        told.toString(),
                        change.asked);
    }
}
