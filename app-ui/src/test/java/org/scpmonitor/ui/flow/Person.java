package org.scpmonitor.ui.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessUIContext;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasAriaLabel;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.confirmdialog.ConfirmDialogTester;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridTester;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.StreamResourceRegistry;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.batch.schedule.Runner;

/** Someone at a window. */
final class Person {

    private final Screens screens;
    private final BrowserlessUIContext window;

    Person(Screens screens, BrowserlessUIContext window) {
        this.screens = screens;
        this.window = window;
    }

    Person opens(String address) {
        window.activate();
        window.getUI().setLocale(Locale.of("es", "CL"));
        String[] parts = address.split("\\?", 2);
        if (parts.length == 1) {
            window.navigate(address, Component.class);
        } else {
            window.getUI().navigate(parts[0], QueryParameters.fromString(parts[1]));
            roundTrip();
        }
        return this;
    }

    /** Drops a file onto the upload field; its page opens. */
    Person sends(String fileName, String text) {
        return sends(fileName, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Drops a file onto the upload field. */
    Person sends(String fileName, byte[] bytes) {
        window.activate();
        Upload upload = window.find(Upload.class).single();
        Element element = upload.getElement();
        try {
            URI address = URI.create(element.getAttribute("target"));
            var resource = VaadinSession.getCurrent()
                    .getResourceRegistry()
                    .getResource(StreamResourceRegistry.ElementStreamResource.class, address)
                    .orElseThrow();
            ((UploadHandler) resource.getElementRequestHandler())
                    .handleUploadRequest(new UploadEvent(
                            VaadinRequest.getCurrent(),
                            VaadinResponse.getCurrent(),
                            VaadinSession.getCurrent(),
                            fileName,
                            bytes.length,
                            "text/csv",
                            element,
                            new SentPart(fileName, bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        roundTrip();
        return this;
    }

    /** The number of the submission whose page is open. */
    long submission() {
        window.activate();
        String path = window.getUI().getInternals().getActiveViewLocation().getPath();
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The jobs that wait for the submission on the screen are done, and the screen hears of it. */
    Person waitsForTheWork() {
        screens.part(Runner.class).work(submission());
        return listens();
    }

    /** Lets what has been pushed arrive. */
    Person listens() {
        window.activate();
        for (int i = 0; i < 10; i++) {
            roundTrip();
            pause();
        }
        roundTrip();
        return this;
    }

    /** What waits for the session's lock is done as when a request ends, and the browser answers. */
    private void roundTrip() {
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        window.activate();
        window.roundTrip();
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Person clicks(String text) {
        window.activate();
        Predicate<Component> named = each -> text(each).equals(text);
        List<Component> buttons = Stream.concat(
                        window.find(Button.class).all().stream(), window.find(NativeButton.class).all().stream())
                .map(Component.class::cast)
                .filter(named)
                .toList();
        assertThat(buttons)
                .as("buttons called “%s” among %s", text, buttonTexts())
                .isNotEmpty();
        switch (buttons.getFirst()) {
            case Button button -> {
                assertThat(button.isEnabled()).as("“%s” can be clicked", text).isTrue();
                button.click();
            }
            case NativeButton button -> window.test(button).click();
            default -> throw new IllegalStateException();
        }
        roundTrip();
        return this;
    }

    /** Clicks the first button that shows a sign alone and is called so. */
    Person presses(String name) {
        window.activate();
        window.find(Button.class).all().stream()
                .filter(each -> each.getAriaLabel().orElse("").startsWith(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button is called “" + name + "”"))
                .click();
        roundTrip();
        return this;
    }

    /** Answers the open question with yes. */
    Person confirms() {
        window.activate();
        new ConfirmDialogTester(window.find(ConfirmDialog.class).single()).confirm();
        roundTrip();
        return this;
    }

    Person writes(String text) {
        window.activate();
        window.find(TextArea.class).single().setValue(text);
        return this;
    }

    /** Ticks the box that is said to mark something. */
    Person marks(String list, int row) {
        GridTester<?, ?> shown = grid(list);
        IntStream.range(0, columns(list))
                .mapToObj(column -> component(shown, row, column))
                .filter(Objects::nonNull)
                .flatMap(Person::withinIt)
                .filter(Checkbox.class::isInstance)
                .map(Checkbox.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No box in " + rows(list)))
                .setValue(true);
        roundTrip();
        return this;
    }

    /** Types into the field that is called so. */
    Person types(String field, String text) {
        window.activate();
        named(TextField.class, field).setValue(text);
        roundTrip();
        return this;
    }

    /** Chooses in the field that is called so. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Person chooses(String field, String label) {
        window.activate();
        Select select = named(Select.class, field);
        Object item = select.getListDataView()
                .getItems()
                .filter(each -> select.getItemLabelGenerator().apply(each).equals(label))
                .findFirst()
                .orElseThrow();
        select.setValue(item);
        roundTrip();
        return this;
    }

    /** What stands in the field that is called so, and what is said below it. */
    String reads(String field) {
        window.activate();
        TextField named = named(TextField.class, field);
        return Stream.of(
                        named.getValue(),
                        Objects.requireNonNullElse(named.getErrorMessage(), ""),
                        Objects.requireNonNullElse(named.getHelperText(), ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" | "));
    }

    private <T extends Component & HasAriaLabel> T named(Class<T> type, String label) {
        return window.find(type).all().stream()
                .filter(each -> each.getAriaLabel().orElse("").equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field is called “" + label + "”"));
    }

    /** Fills in the field of this name. */
    Person fills(String label, String text) {
        window.activate();
        window.find(TextField.class).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(text);
        return this;
    }

    /** Gives the field of this name a value. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Person enters(String label, Object value) {
        ((HasValue) labelled(label)).setValue(value);
        roundTrip();
        return this;
    }

    /** Gives a value to the field of this name in the group of fields that is called so. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Person entersIn(String group, String label, Object value) {
        window.activate();
        Component field = window.find(Component.class).all().stream()
                .filter(each -> group.equals(each.getElement().getAttribute("aria-label")))
                .flatMap(Person::withinIt)
                .filter(each -> each instanceof HasLabel labelled && label.equals(labelled.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field is called “" + label + "” in “" + group + "”"));
        ((HasValue) field).setValue(value);
        roundTrip();
        return this;
    }

    /** Says in the open dialog why. */
    Person entersReason(String text) {
        window.activate();
        inDialog(TextArea.class).findFirst().orElseThrow().setValue(text);
        roundTrip();
        return this;
    }

    /** Clicks a button of the open dialog. */
    Person clicksInDialog(String text) {
        window.activate();
        inDialog(Button.class)
                .filter(button -> text(button).equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button “" + text + "” in the dialog"))
                .click();
        roundTrip();
        return this;
    }

    private <T extends Component> Stream<T> inDialog(Class<T> type) {
        Dialog dialog = window.find(Dialog.class).all().getLast();
        return window.find(type).all().stream().filter(each -> isWithin(each.getElement(), dialog.getElement()));
    }

    private static boolean isWithin(Element element, Element outer) {
        for (Element each = element; each != null; each = each.getParent()) {
            if (each.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    /** The address of the page that is open. */
    String address() {
        window.activate();
        return window.getUI().getInternals().getActiveViewLocation().getPath();
    }

    /** Chooses one of many in the field of this name. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    Person picks(String label, String item) {
        MultiSelectComboBox field = (MultiSelectComboBox) labelled(label);
        Object picked = field.getListDataView()
                .getItems()
                .filter(each -> field.getItemLabelGenerator().apply(each).equals(item))
                .findFirst()
                .orElseThrow();
        field.select(picked);
        roundTrip();
        return this;
    }

    private Component labelled(String label) {
        window.activate();
        return window.find(Component.class).all().stream()
                .filter(each -> each instanceof HasLabel field && label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No field is called “" + label + "”"));
    }

    /** What the open dialog says. */
    String readsDialog() {
        window.activate();
        return text(window.find(Dialog.class).all().getLast());
    }

    Person ticks(String label) {
        window.activate();
        window.find(Checkbox.class).all().stream()
                .filter(each -> label.equals(each.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue(true);
        return this;
    }

    /** Clicks a button in a row of a list. */
    Person clicksInRow(String list, int row, String text) {
        GridTester<?, ?> shown = grid(list);
        Button button = IntStream.range(0, columns(list))
                .mapToObj(column -> component(shown, row, column))
                .filter(Objects::nonNull)
                .flatMap(Person::withinIt)
                .filter(each -> each instanceof Button && text(each).equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No button “" + text + "” in " + rows(list)));
        button.click();
        roundTrip();
        return this;
    }

    /** What a click on a row opens below it. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    String opensRow(String list, int row) {
        GridTester shown = grid(list);
        Grid grid = find(list);
        Object item = shown.getRow(row);
        grid.setDetailsVisible(item, true);
        roundTrip();
        return window.find(Component.class).all().stream()
                .filter(each -> each instanceof HasStyle styled && styled.hasClassName("run-details"))
                .map(Person::text)
                .collect(Collectors.joining("\n"));
    }

    Person waitsUntil(BooleanSupplier holds) {
        for (int i = 0; i < 100 && !holds.getAsBoolean(); i++) {
            listens();
        }
        assertThat(holds.getAsBoolean()).isTrue();
        return this;
    }

    List<String> buttonTexts() {
        return window.find(Button.class).all().stream()
                .filter(Button::isEnabled)
                .map(Person::text)
                .toList();
    }

    /** All that can be read on the screen but for the rows of lists. */
    String sees() {
        window.activate();
        return text((Component) window.getCurrentView());
    }

    /** The rows of a list, a line each; the columns' texts joined by a bar. */
    List<String> rows(String list) {
        GridTester<?, ?> shown = grid(list);
        return IntStream.range(0, shown.size())
                .mapToObj(row -> IntStream.range(0, columns(list))
                        .mapToObj(column -> cell(shown, row, column))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }

    private Grid<?> find(String list) {
        window.activate();
        return window.find(Grid.class).all().stream()
                .filter(each -> list.equals(each.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private GridTester<?, ?> grid(String list) {
        return new GridTester(find(list));
    }

    private int columns(String list) {
        return (int)
                find(list).getColumns().stream().filter(Component::isVisible).count();
    }

    private static @Nullable Component component(GridTester<?, ?> shown, int row, int column) {
        try {
            return shown.getCellComponent(row, column);
        } catch (IllegalArgumentException plainText) {
            return null;
        }
    }

    private static String cell(GridTester<?, ?> shown, int row, int column) {
        Component component = component(shown, row, column);
        return component == null ? shown.getCellText(row, column) : text(component);
    }

    private static Stream<Component> withinIt(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(Person::withinIt));
    }

    static String text(Component component) {
        return text(component.getElement()).strip().replaceAll("\\s+", " ");
    }

    private static String text(Element element) {
        if (element.isTextNode()) {
            return element.getText();
        }
        return element.getChildren().map(Person::text).collect(Collectors.joining(" "));
    }
}
