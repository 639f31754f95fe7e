package org.scpmonitor.entry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of entries. */
public enum Kind {
    COOPERATION(Cooperation.class),
    PARTNER(Partner.class),
    TOPIC(Topic.class),
    LEARNING(Learning.class),
    CONTRIBUTION(Contribution.class),
    EXCHANGE_RATE(ExchangeRate.class),
    EVENT(Event.class),
    PRACTICE(Practice.class),
    ADOPTION(Adoption.class),
    AGREEMENT(Agreement.class),
    INSTRUMENT(Instrument.class),
    SURVEY(Survey.class),
    PRODUCT(Product.class),
    SELECTION(Selection.class),
    CRITERION(Criterion.class);

    private final Class<? extends Content> content;

    Kind(Class<? extends Content> content) {
        this.content = content;
    }

    /** As addresses and the database write it, such as {@code exchange_rate}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** The record that an entry of this kind is. */
    public Class<? extends Content> content() {
        return content;
    }

    /** The kind of a record. */
    public static Kind of(Class<? extends Content> content) {
        return Arrays.stream(values())
                .filter(kind -> kind.content == content)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of entry is " + content));
    }

    /** The field that names the country which keeps an entry of this kind; empty where only managers keep it. */
    public Optional<String> keeperField() {
        return this == LEARNING
                ? Optional.of("learner")
                : fields().stream().map(Field::name).filter("country"::equals).findFirst();
    }

    /** The fields of an entry of this kind, in the order in which they are asked for. */
    public List<Field> fields() {
        return Field.of(content);
    }
}
