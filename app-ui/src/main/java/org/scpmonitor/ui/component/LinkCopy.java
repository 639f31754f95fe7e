package org.scpmonitor.ui.component;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/** Copies a link, and tells so for a while where it stands; where the browser refuses, shows the link to be copied. */
public class LinkCopy extends Span {

    /**
     * @param address relative to the application; empty for the page as its address stands in the browser
     * @param copied what is told once it is copied
     * @param refused what is told where the browser doesn't let the page write to the clipboard
     */
    public record Link(String address, String copied, String refused) {}

    public LinkCopy() {
        addClassName("vh");
        getElement().setAttribute("role", "status");
    }

    /** Copies it to the clipboard of whoever just clicked. */
    public void copy(Link link) {
        getElement()
                .executeJs(
                        "const address = $0 ? new URL($0, document.baseURI).href : location.href;"
                                + "return navigator.clipboard.writeText(address).then(() => '', () => address)"
                                + ".catch(() => address)",
                        link.address())
                .then(
                        String.class,
                        refused -> {
                            if (refused == null || refused.isEmpty()) {
                                tell(link.copied());
                            } else {
                                offer(refused, link);
                            }
                        },
                        noClipboard -> getElement()
                                .executeJs(
                                        "return $0 ? new URL($0, document.baseURI).href : location.href",
                                        link.address())
                                .then(String.class, address -> offer(address, link)));
    }

    private void tell(String copied) {
        setText(copied);
        removeClassName("vh");
        addClassNames("copied", "xs");
        getElement().executeJs("clearTimeout(this.gone); this.gone = setTimeout(() => this.$server.untold(), 6000)");
    }

    @ClientCallable
    private void untold() {
        setText("");
        removeClassNames("copied", "xs");
        addClassName("vh");
    }

    private static void offer(String address, Link link) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(translate("shell.link"));
        dialog.setWidth("34rem");
        TextField field = new TextField();
        field.setAriaLabel(translate("shell.link"));
        field.setValue(address);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setWidthFull();
        dialog.add(new Paragraph(link.refused()), field);
        dialog.getFooter().add(new Button(translate("shell.close"), click -> dialog.close()));
        dialog.open();
        field.focus();
    }
}
