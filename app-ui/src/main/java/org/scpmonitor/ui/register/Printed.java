package org.scpmonitor.ui.register;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.scpmonitor.entry.CatalogueList;
import org.scpmonitor.entry.Field;
import org.scpmonitor.entry.Kind;
import org.scpmonitor.entry.Labels;
import org.scpmonitor.entry.Names;
import org.scpmonitor.entry.PartialDate;
import org.scpmonitor.entry.Shape;
import org.scpmonitor.entry.Walk;
import org.scpmonitor.text.Text;
import org.scpmonitor.ui.component.NumberText;

/** Parts of an entry's tree as a reader of the locale writes them; what can't be read stays as it was typed. */
record Printed(Names names, Labels labels, Locale locale) {
    static Printed in(Locale locale, Names names) {
        return new Printed(names, Labels.in(locale), locale);
    }

    String of(Shape shape, Object part) {
        return switch (shape) {
            case Shape.Line _ -> part.toString();
            case Shape.Words _ -> words(part).in(locale);
            case Shape.Choice(Class<? extends Enum<?>> of) -> choice(of, part.toString());
            case Shape.Date() ->
                PartialDate.parse(part.toString()).map(date -> date.in(locale)).orElse(part.toString());
            case Shape.Whole _, Shape.Decimal _ -> number(part.toString());
            case Shape.YesOrNo() -> translate(part.toString().equals("true") ? "register.yes" : "register.no");
            case Shape.Entry(Kind of) -> names.entry(of, part.toString()).in(locale);
            case Shape.Code(CatalogueList of) ->
                Walk.name(of, part.toString(), names).in(locale);
            case Shape.Many(Shape of) ->
                several(part).stream().map(each -> of(of, each)).collect(Collectors.joining(", "));
            case Shape.Rows(Class<? extends Record> _, List<Field> fields) ->
                several(part).stream().map(each -> row(fields, each)).collect(Collectors.joining("; "));
        };
    }

    private String row(List<Field> fields, Object row) {
        Map<?, ?> tree = (Map<?, ?>) row;
        return fields.stream()
                .flatMap(field -> Stream.ofNullable(tree.get(field.name())).map(part -> of(field.shape(), part)))
                .collect(Collectors.joining(", "));
    }

    private String choice(Class<? extends Enum<?>> of, String code) {
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> code(each).equals(code))
                .findFirst()
                .map(labels::choice)
                .orElse(code);
    }

    private String number(String text) {
        try {
            return new NumberText(locale).full(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** As a tree writes a choice. */
    static String code(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static List<?> several(Object part) {
        return part instanceof List<?> list ? list : List.of(part);
    }

    /** What is said in three languages; a plain text is taken as Spanish, as it is read. */
    static Text words(Object part) {
        return part instanceof Map<?, ?> map
                ? new Text(word(map, "es"), word(map, "en"), word(map, "de"))
                : new Text(part.toString(), "", "");
    }

    private static String word(Map<?, ?> words, String language) {
        Object word = words.get(language);
        return word == null ? "" : word.toString();
    }

    /** In which language words are shown to a reader of this locale. */
    static String language(Text words, Locale locale) {
        String shown = words.in(locale);
        String own =
                locale.getLanguage().equals("en") || locale.getLanguage().equals("de") ? locale.getLanguage() : "es";
        Map<String, String> all = Map.of("es", words.es(), "en", words.en(), "de", words.de());
        return shown.equals(all.get(own))
                ? own
                : List.of("es", "en", "de").stream()
                        .filter(each -> shown.equals(all.get(each)))
                        .findFirst()
                        .orElse(own);
    }

    static boolean isProse(Shape shape) {
        return shape instanceof Shape.Line(int most) && most > Shape.LINE
                || shape instanceof Shape.Words(int many) && many > Shape.LINE;
    }
}
