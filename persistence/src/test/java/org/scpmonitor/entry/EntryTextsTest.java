package org.scpmonitor.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that can stand in the register has its word in each language. */
class EntryTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "de"})
    void kinds_fields_and_choices_have_words(String language) {
        Labels labels = Labels.in(Locale.of(language));
        for (Kind kind : Kind.values()) {
            assertThat(labels.kind(kind)).isNotBlank();
            assertThat(labels.kinds(kind)).isNotBlank();
            everyField(kind.fields()).forEach(field -> {
                assertThat(labels.field(field)).isNotBlank();
                choices(field.shape())
                        .forEach(choice -> assertThat(labels.choice(choice)).isNotBlank());
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en", "de"})
    void flaws_say_what_is_wrong(String language) {
        for (Flaw.Code code : Flaw.Code.values()) {
            assertThat(Flaw.at("title", code, "a", "b", "c").in(Locale.of(language)))
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    private static Stream<Field> everyField(List<Field> fields) {
        return fields.stream()
                .flatMap(field -> field.shape() instanceof Shape.Rows rows
                        ? Stream.concat(Stream.of(field), everyField(rows.fields()))
                        : Stream.of(field));
    }

    private static Stream<? extends Enum<?>> choices(Shape shape) {
        return switch (shape) {
            case Shape.Choice choice -> Arrays.stream(choice.of().getEnumConstants());
            case Shape.Many many -> choices(many.of());
            case Shape.Line _,
                    Shape.Words _,
                    Shape.Date _,
                    Shape.Whole _,
                    Shape.Decimal _,
                    Shape.YesOrNo _,
                    Shape.Entry _,
                    Shape.Code _,
                    Shape.Rows _ -> Stream.empty();
        };
    }
}
