package org.scpmonitor.ui.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
    private static final Path BUNDLES = Path.of("src/main/resources/i18n");
    private static final Path SCREENS = Path.of("src/main/java/org/scpmonitor/ui");
    private static final Pattern ASKED = Pattern.compile("translate\\(\\s*\"([a-z]+(?:\\.[\\w]+)+)\"");
    private static final Pattern ASKED_BY_BEGINNING = Pattern.compile("translate\\(\\s*\"([a-z]+\\.[\\w.]*)\"\\s*\\+");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)}");

    /** What is shown as it stands in the source: a component's text, label, title or description. */
    private static final Pattern LITERAL =
            Pattern.compile("(?:new (?:Span|Button|NativeButton|H[1-6]|Paragraph|ListItem|Tag"
                    + "|TextField|TextArea|Checkbox|Tab|Div|Details|NativeTableHeaderCell|NativeTableCell)\\("
                    + "|\\.(?:setText|setLabel|setPlaceholder|setTitle|setAriaLabel|setHelperText|setTooltipText|setHeaderTitle"
                    + "|setErrorMessage|setCaption)\\(|\"aria-label\",)\\s*\"([^\"]*\\p{L}{2}[^\"]*)\"");

    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** Names that are the same in every language. */
    private static final Set<String> NAMES = Set.of("SCP Monitor", "SHA-256 ");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.contains("_"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_there_in_three_languages_with_the_same_parameters(String bundle) throws IOException {
        Properties spanish = read(bundle);
        for (String language : List.of("_en", "_de")) {
            Properties other = read(bundle + language);
            assertThat(new TreeSet<>(other.stringPropertyNames()))
                    .as(bundle + language)
                    .isEqualTo(new TreeSet<>(spanish.stringPropertyNames()));
            spanish.stringPropertyNames()
                    .forEach(key -> assertThat(parameters(other.getProperty(key)))
                            .as(bundle + language + ": " + key)
                            .isEqualTo(parameters(spanish.getProperty(key))));
        }
    }

    @Test
    void every_text_that_a_screen_asks_for_by_name_exists() throws IOException {
        Messages messages = new Messages();
        assertThat(asked(ASKED))
                .isNotEmpty()
                .allSatisfy(key ->
                        assertThat(messages.getTranslation(key, Locale.GERMAN)).isNotBlank());
    }

    @Test
    void every_text_that_a_screen_asks_for_by_its_beginning_exists() throws IOException {
        Set<String> beginnings = asked(ASKED_BY_BEGINNING);
        assertThat(beginnings).isNotEmpty();
        for (String beginning : beginnings) {
            assertThat(read(beginning.substring(0, beginning.indexOf('.'))).stringPropertyNames())
                    .as(beginning)
                    .anyMatch(key -> key.startsWith(beginning));
        }
    }

    /** A single word may be the same in two languages, and so may the title of a source; a sentence may not. */
    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_translated(String bundle) throws IOException {
        Properties spanish = read(bundle);
        Properties english = read(bundle + "_en");
        Properties german = read(bundle + "_de");
        for (String key : spanish.stringPropertyNames()) {
            String es = spanish.getProperty(key);
            String en = english.getProperty(key);
            String de = german.getProperty(key);
            assertThat(Stream.of(es, en, de)).as(bundle + ": " + key).noneMatch(String::isBlank);
            if (!key.endsWith(".source") && !key.startsWith("shell.language.")) {
                assertThat(Stream.of(es, en, de).filter(TextsTest::isSentence).toList())
                        .as(bundle + ": " + key)
                        .doesNotHaveDuplicates();
            }
            assertThat(en + de).as(bundle + ": " + key).doesNotContainPattern("[¿¡]|ción\\b|ñ(?!ol)");
        }
    }

    @Test
    void no_screen_shows_a_text_of_its_own() throws IOException {
        assertThat(asked(LITERAL).stream().filter(text -> !NAMES.contains(text)))
                .isEmpty();
    }

    private static boolean isSentence(String text) {
        return WORD.matcher(PARAMETER.matcher(text).replaceAll("")).results().count() > 2;
    }

    @Test
    void spanish_is_spoken_to_everyone_else() {
        assertThat(new Messages().getTranslation("overview.title", Locale.of("es", "PE")))
                .isEqualTo(new Messages().getTranslation("overview.title", Locale.FRENCH))
                .isEqualTo("Panorama regional");
    }

    private static Set<String> asked(Pattern what) throws IOException {
        try (Stream<Path> files = Files.walk(SCREENS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> what.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader file = Files.newBufferedReader(BUNDLES.resolve(name + ".properties"))) {
            texts.load(file);
        }
        return texts;
    }
}
