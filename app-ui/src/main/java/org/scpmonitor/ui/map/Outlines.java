package org.scpmonitor.ui.map;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import org.scpmonitor.ui.component.SvgImage;

/** The countries' outlines as one drawing, each filled as it is told; without a word, so that it is none for who can't see it. */
class Outlines extends SvgImage {
    /** How far its inset reaches around Germany, in units of the drawing. */
    private static final String INSET = "<rect class='inset' x='686' y='34' width='100' height='122' rx='8'/>";

    /** Where a country's code stands on a small map, on which there is no room for its label. */
    private static final Map<String, String> CODES = Map.of(
            "CL", "x='405' y='730'",
            "MX", "x='95' y='205'",
            "CO", "x='345' y='315'",
            "PE", "x='330' y='480'",
            "DE", "x='645' y='106'");

    private static final Properties SHAPES = read();

    Outlines() {
        super("");
        addClassName("outlines");
        getElement().setAttribute("aria-hidden", "true");
    }

    /** Somebody clicked a country. */
    @DomEvent(value = "click", filter = "!!(event.target.dataset && event.target.dataset.country)")
    public static class Picked extends ComponentEvent<Outlines> {
        private final String country;

        public Picked(Outlines source, boolean fromClient, @EventData("event.target.dataset.country") String country) {
            super(source, fromClient);
            this.country = country;
        }

        String country() {
            return country;
        }
    }

    Registration addPickListener(ComponentEventListener<Picked> listener) {
        return addListener(Picked.class, listener);
    }

    /** @param fill of each country's code: a colour of the stylesheet */
    void draw(List<String> countries, Function<String, String> fill) {
        String[] size = SHAPES.getProperty("size").split(" ");
        StringBuilder svg = new StringBuilder("<svg viewBox='0 0 " + size[0] + " " + size[1] + "'>"
                + "<defs><pattern id='nodata' width='8' height='8' patternUnits='userSpaceOnUse'"
                + " patternTransform='rotate(45)'><path d='M0 4h8' stroke='var(--scp-axis)' stroke-width='1.5'/></pattern></defs>"
                + "<path class='land' d='" + SHAPES.getProperty("neighbours") + "'/>" + INSET);
        countries.stream()
                .filter(SHAPES::containsKey)
                .forEach(code -> svg.append("<path class='country' data-country='%s' style='fill:%s' d='%s'/>"
                        .formatted(code, fill.apply(code), SHAPES.getProperty(code))));
        CODES.forEach((code, place) -> {
            if (countries.contains(code)) {
                svg.append("<text class='code' %s>%s</text>".formatted(place, code));
            }
        });
        getElement().setProperty("innerHTML", svg.append("</svg>").toString());
    }

    /** Whether there is an outline of the country. */
    static boolean has(String country) {
        return SHAPES.containsKey(country);
    }

    private static Properties read() {
        Properties shapes = new Properties();
        try (Reader text = new InputStreamReader(
                Objects.requireNonNull(Outlines.class.getResourceAsStream("outlines.properties")),
                StandardCharsets.UTF_8)) {
            shapes.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shapes;
    }
}
