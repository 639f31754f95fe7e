package org.scpmonitor.ui.indicator;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.progress.IndicatorProgress;
import org.scpmonitor.progress.IndicatorProgress.Programme;
import org.scpmonitor.progress.ProgressStatus;
import org.scpmonitor.ui.component.CountryMark;
import org.scpmonitor.ui.component.Pages;
import org.scpmonitor.ui.component.Selection;
import org.scpmonitor.ui.component.Selection.Sort;
import org.scpmonitor.ui.progress.Picture;

/** The indicators, a row each with a column for every programme; rows stay whatever is searched for and however sorted. */
class IndicatorList extends Div {
    private static final List<ProgressStatus> WORST_FIRST = List.of(
            ProgressStatus.DETERIORATION,
            ProgressStatus.LIMITED_PROGRESS,
            ProgressStatus.ACCELERATION_NEEDED,
            ProgressStatus.ON_TRACK,
            ProgressStatus.ACHIEVED,
            ProgressStatus.UNABLE_TO_ASSESS);

    private final Locale locale = UI.getCurrent().getLocale();
    private final NativeTable table = new NativeTable();
    private final Map<String, IndicatorRow> rows = new HashMap<>();
    private List<Programme> columns = List.of();
    private List<String> order = List.of();

    private record Line(String code, List<Picture> pictures) {
        IndicatorProgress progress() {
            return pictures.getFirst().progress();
        }
    }

    IndicatorList() {
        addClassNames("card", "flush", "tablewrap");
        getElement()
                .setAttribute("role", "region")
                .setAttribute("aria-label", translate("indicators.title"))
                .setAttribute("tabindex", "0");
        add(table);
    }

    /**
     * Shows what is found.
     *
     * @param search in codes and names of any language; null for all
     * @param times goes along with the links
     * @return how many indicators are shown
     */
    int show(List<Picture> pictures, @Nullable String search, Sort sort, Selection times) {
        List<Programme> programmes = pictures.stream()
                .map(each -> each.progress().programme())
                .distinct()
                .toList();
        if (!programmes.equals(columns)) {
            columns = programmes;
            order = List.of();
            rows.clear();
            table.removeAll();
            head(times);
        }
        List<Line> lines = pictures.stream()
                .collect(Collectors.groupingBy(
                        each -> each.progress().indicator(), LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> new Line(each.getKey(), each.getValue()))
                .filter(each -> search == null || matches(each.progress(), search))
                .sorted(by(sort))
                .toList();
        List<String> now = lines.stream()
                .map(each -> (sort == Sort.THEME ? each.progress().theme() + "/" : "") + each.code())
                .toList();
        if (!now.equals(order)) {
            order = now;
            arrange(lines, sort == Sort.THEME);
        }
        lines.forEach(each -> row(each).show(each.pictures(), times));
        return lines.size();
    }

    private void head(Selection times) {
        NativeTableRow head = table.getHead().addRow();
        head.add(heading(new Span(translate("indicators.indicator"))));
        columns.forEach(each -> {
            Span name = new Span(
                    CountryMark.of(each.country()).image(),
                    Pages.link(
                            Pages.programme(each.code(), times),
                            each.countryName().in(locale)));
            name.addClassName("row");
            head.add(heading(name));
        });
    }

    private void arrange(List<Line> lines, boolean byTheme) {
        table.getBody().removeAll();
        String theme = "";
        for (Line line : lines) {
            if (byTheme && !line.progress().theme().equals(theme)) {
                theme = line.progress().theme();
                table.getBody().add(group(line.progress().themeName().in(locale)));
            }
            table.getBody().add(row(line));
        }
    }

    private IndicatorRow row(Line line) {
        return rows.computeIfAbsent(line.code(), code -> new IndicatorRow(columns));
    }

    private NativeTableRow group(String theme) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(theme);
        cell.getElement()
                .setAttribute("colspan", Integer.toString(columns.size() + 1))
                .setAttribute("scope", "rowgroup");
        NativeTableRow row = new NativeTableRow(cell);
        row.addClassName("group");
        return row;
    }

    private static NativeTableHeaderCell heading(Component content) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell(content);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }

    /** In the catalogue's order by theme; otherwise what is equal stays in it. */
    private Comparator<Line> by(Sort sort) {
        return switch (sort) {
            case THEME -> (one, other) -> 0;
            case CODE -> Comparator.comparing(Line::code);
            case NAME -> Comparator.comparing(each -> each.progress().name().in(locale), Collator.getInstance(locale));
            case STATUS -> Comparator.comparingInt(IndicatorList::worst);
            case LATEST -> Comparator.comparing(IndicatorList::latest).reversed();
        };
    }

    private static int worst(Line line) {
        return line.pictures().stream()
                .flatMap(each -> each.verdict().stream())
                .mapToInt(each -> WORST_FIRST.indexOf(each.status()))
                .min()
                .orElse(WORST_FIRST.size());
    }

    /** The last day that anything is known of; empty before all others. */
    private static String latest(Line line) {
        return line.pictures().stream()
                .flatMap(each -> each.progress().latest().stream())
                .map(each -> each.period().endExclusive().toString())
                .max(Comparator.naturalOrder())
                .orElse("");
    }

    /** Every word of the search, whatever its case and accents. */
    private static boolean matches(IndicatorProgress progress, String search) {
        String text = plain(Stream.of(Locale.of("es"), Locale.ENGLISH, Locale.GERMAN)
                .flatMap(each ->
                        Stream.of(progress.name().in(each), progress.themeName().in(each)))
                .collect(Collectors.joining(" ", progress.indicator() + " ", "")));
        List<String> words = new ArrayList<>(List.of(plain(search).strip().split("\\s+")));
        return words.stream().allMatch(text::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
