package org.scpmonitor.ui.cooperation;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.scpmonitor.cooperation.LearningMatrix;
import org.scpmonitor.cooperation.LearningMatrix.Cell;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.SvgImage;

/** Lines from those who offer to those who learn, one for each topic; their thickness is no quantity. */
class FlowPicture {
    private static final int TOP = 28;
    private static final int BETWEEN = 4;
    private static final int GAP = 18;
    private static final int LEFT = 122;
    private static final int RIGHT = 566;

    private final LearningMatrix matrix;
    private final Locale locale;

    FlowPicture(LearningMatrix matrix, Locale locale) {
        this.matrix = matrix;
        this.locale = locale;
    }

    SvgImage image() {
        Map<String, Integer> from = places(matrix.givers(), true);
        Map<String, Integer> to = places(matrix.learners(), false);
        int height = Math.max(end(matrix.givers(), true), end(matrix.learners(), false));
        StringBuilder svg = new StringBuilder();
        Map<String, Integer> left = new HashMap<>(from);
        Map<String, Integer> right = new HashMap<>(to);
        for (Cell cell : matrix.cells()) {
            for (int i = 0; i < lines(cell); i++) {
                int y = left.merge(cell.giver(), BETWEEN, Integer::sum);
                int z = right.merge(cell.learner(), BETWEEN, Integer::sum);
                svg.append(
                        "<path class=\"%s\" d=\"M%d %dC320 %d 360 %d %d %d\" fill=\"none\" stroke=\"var(--s)\" stroke-width=\"2\" opacity=\".8\"/>"
                                .formatted(CountryMark.of(cell.giver()).token(), LEFT, y, y, z, RIGHT, z));
            }
        }
        matrix.givers().forEach(each -> svg.append(post(each, from, true)));
        matrix.learners().forEach(each -> svg.append(post(each, to, false)));
        svg.append(text(104, 12, "end", translate("cooperation.flow.offers"), "flow-side"));
        svg.append(text(584, 12, "start", translate("cooperation.flow.learns"), "flow-side"));
        return new SvgImage("<svg viewBox=\"0 0 700 %d\" role=\"img\" aria-label=\"%s\">%s</svg>"
                .formatted(height, SvgImage.escaped(said()), svg));
    }

    /** The same in words. */
    private String said() {
        return translate("cooperation.flow") + ": "
                + matrix.cells().stream()
                        .filter(each -> !each.topics().isEmpty())
                        .map(each -> translate(
                                "cooperation.flow.one",
                                CountryMark.name(each.giver(), locale),
                                CountryMark.name(each.learner(), locale),
                                each.topics().size()))
                        .collect(Collectors.joining("; "));
    }

    private static int lines(Cell cell) {
        return cell.topics().size();
    }

    private int size(String country, boolean gives) {
        int lines = matrix.cells().stream()
                .filter(each -> (gives ? each.giver() : each.learner()).equals(country))
                .mapToInt(FlowPicture::lines)
                .sum();
        return Math.max(20, (lines + 1) * BETWEEN);
    }

    private Map<String, Integer> places(List<String> countries, boolean gives) {
        Map<String, Integer> places = new HashMap<>();
        int y = TOP;
        for (String country : countries) {
            places.put(country, y);
            y += size(country, gives) + GAP;
        }
        return places;
    }

    private int end(List<String> countries, boolean gives) {
        return TOP
                + countries.stream().mapToInt(each -> size(each, gives) + GAP).sum();
    }

    private String post(String country, Map<String, Integer> places, boolean gives) {
        int y = places.getOrDefault(country, TOP);
        int size = size(country, gives);
        int x = gives ? LEFT - 8 : RIGHT;
        return "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"8\" height=\"%d\" rx=\"2\" fill=\"var(--s)\"/>"
                        .formatted(CountryMark.of(country).token(), x, y, size)
                + text(
                        gives ? 104 : 584,
                        y + size / 2 + 4,
                        gives ? "end" : "start",
                        CountryMark.name(country, locale),
                        "flow-name");
    }

    private static String text(int x, int y, String anchor, String words, String style) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" class=\"%s\">%s</text>"
                .formatted(x, y, anchor, style, SvgImage.escaped(words));
    }
}
