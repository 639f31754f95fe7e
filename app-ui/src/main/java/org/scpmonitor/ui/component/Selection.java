package org.scpmonitor.ui.component;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.AsOf;
import org.scpmonitor.calendar.Periodicity;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.progress.ProgressMethod;

/**
 * What a screen of figures is asked for; all of it stands in the address, so that a link shows the same again. What
 * isn't said there is null, or empty: the screen's own way then.
 *
 * @param said the texts of the members that are said, each readable as its member
 */
public record Selection(Map<Member, List<String>> said) {
    public static final Selection NONE = new Selection(Map.of());

    /** How figures are shown. */
    public enum Look {
        CHART,
        TABLE,
        METADATA
    }

    /** In which order indicators are listed. */
    public enum Sort {
        THEME,
        NAME,
        CODE,
        STATUS,
        LATEST
    }

    /** What figures are measured by. */
    public enum Scale {
        ABSOLUTE,
        INDEX,
        PERCAPITA
    }

    /** What the countries of a map are coloured by. */
    public enum Shade {
        STATUS,
        VALUE
    }

    /** What can be asked for, in the order of the address. */
    public enum Member {
        PROGRAMME("programme"),
        COUNTRY("country"),
        THEME("theme"),
        INDICATOR("indicator"),
        SEARCH("q"),
        SORT("sort", text -> find(Sort.class, text).isPresent()),
        FROM("from", text -> ReportingPeriod.parse(text).isPresent()),
        TO("to", text -> ReportingPeriod.parse(text).isPresent()),
        BASE("base", text -> ReportingPeriod.parse(text).isPresent()),
        PERIODICITY("periodicity", text -> find(Periodicity.class, text).isPresent()),
        AS_OF("asOf", text -> AsOf.parse(text).isPresent()),
        COMPARE("compare"),
        METHOD("method", text -> find(ProgressMethod.class, text).isPresent()),
        LOOK("look", text -> find(Look.class, text).isPresent()),
        SHADE("shade", text -> find(Shade.class, text).isPresent()),
        SINCE("since", text -> AsOf.parse(text).isPresent()),
        SCALE("scale", text -> find(Scale.class, text).isPresent());

        private final String parameter;
        private final Predicate<String> readable;

        Member(String parameter) {
            this(parameter, text -> !text.isBlank());
        }

        Member(String parameter, Predicate<String> readable) {
            this.parameter = parameter;
            this.readable = readable;
        }

        /** Its name in the address. */
        public String parameter() {
            return parameter;
        }
    }

    public Selection {
        Map<Member, List<String>> ordered = new EnumMap<>(Member.class);
        said.forEach((member, texts) -> {
            if (!texts.isEmpty()) {
                ordered.put(member, List.copyOf(texts));
            }
        });
        said = Collections.unmodifiableMap(ordered);
    }

    /** Reads the address; what isn't readable there is left out. */
    public static Selection of(QueryParameters address) {
        Map<Member, List<String>> said = new EnumMap<>(Member.class);
        for (Member member : Member.values()) {
            said.put(
                    member,
                    address.getParameters(member.parameter).stream()
                            .filter(member.readable)
                            .distinct()
                            .toList());
        }
        return new Selection(said);
    }

    /** Reads what {@link #query()} wrote. */
    public static Selection of(String query) {
        return of(QueryParameters.fromString(query));
    }

    public @Nullable String programme() {
        return text(Member.PROGRAMME);
    }

    /** Codes, in the order in which they were chosen; empty for the screen's own. */
    public List<String> countries() {
        return texts(Member.COUNTRY);
    }

    public @Nullable String theme() {
        return text(Member.THEME);
    }

    /** The first of the indicators. */
    public @Nullable String indicator() {
        return text(Member.INDICATOR);
    }

    /** Codes, in the order in which they were chosen; empty for the screen's own. */
    public List<String> indicators() {
        return texts(Member.INDICATOR);
    }

    /** The words that are searched for. */
    public @Nullable String search() {
        return text(Member.SEARCH);
    }

    public @Nullable Sort sort() {
        return read(Member.SORT, text -> find(Sort.class, text));
    }

    /** The first period that is shown. */
    public @Nullable ReportingPeriod from() {
        return read(Member.FROM, ReportingPeriod::parse);
    }

    /** The last period that is shown, which is the one that is judged. */
    public @Nullable ReportingPeriod to() {
        return read(Member.TO, ReportingPeriod::parse);
    }

    /** The period whose value is 100 in an index. */
    public @Nullable ReportingPeriod base() {
        return read(Member.BASE, ReportingPeriod::parse);
    }

    public @Nullable Periodicity periodicity() {
        return read(Member.PERIODICITY, text -> find(Periodicity.class, text));
    }

    /** The day of the moment whose knowledge is asked for, in UTC; null for now. */
    public @Nullable LocalDate asOf() {
        Instant moment = moment().moment();
        return moment == null ? null : LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The moment whose knowledge is asked for, to the instant where the address says one. */
    public AsOf moment() {
        return Optional.ofNullable(read(Member.AS_OF, AsOf::parse)).orElse(AsOf.NOW);
    }

    /** The moment since when changes are told; null for the reader's last visit. */
    public @Nullable Instant sinceMoment() {
        AsOf since = read(Member.SINCE, AsOf::parse);
        return since == null ? null : since.moment();
    }

    /** The country whose series stands beside. */
    public @Nullable String compare() {
        return text(Member.COMPARE);
    }

    /** Null for each programme's own. */
    public @Nullable ProgressMethod method() {
        return read(Member.METHOD, text -> find(ProgressMethod.class, text));
    }

    public @Nullable Look look() {
        return read(Member.LOOK, text -> find(Look.class, text));
    }

    public @Nullable Shade shade() {
        return read(Member.SHADE, text -> find(Shade.class, text));
    }

    public @Nullable Scale scale() {
        return read(Member.SCALE, text -> find(Scale.class, text));
    }

    public Selection ofProgramme(@Nullable String code) {
        return with(Member.PROGRAMME, code);
    }

    public Selection ofCountries(List<String> codes) {
        return with(Member.COUNTRY, codes);
    }

    public Selection ofTheme(@Nullable String code) {
        return with(Member.THEME, code);
    }

    public Selection ofIndicator(@Nullable String code) {
        return with(Member.INDICATOR, code);
    }

    public Selection ofIndicators(List<String> codes) {
        return with(Member.INDICATOR, codes);
    }

    public Selection search(@Nullable String words) {
        return with(Member.SEARCH, words);
    }

    public Selection sort(@Nullable Sort chosen) {
        return with(Member.SORT, chosen);
    }

    public Selection from(@Nullable ReportingPeriod first) {
        return with(Member.FROM, first == null ? null : first.toString());
    }

    public Selection to(@Nullable ReportingPeriod last) {
        return with(Member.TO, last == null ? null : last.toString());
    }

    /** @param period whose value is 100 in an index; null for the screen's own */
    public Selection basedOn(@Nullable ReportingPeriod period) {
        return with(Member.BASE, period == null ? null : period.toString());
    }

    public Selection every(@Nullable Periodicity periodicity) {
        return with(Member.PERIODICITY, periodicity);
    }

    /** @param day the end of which in UTC is meant; null for now */
    public Selection asOf(@Nullable LocalDate day) {
        return with(Member.AS_OF, day == null ? null : day.toString());
    }

    /** Pinned to a moment: whatever becomes known later changes nothing. */
    public Selection asKnownAt(Instant moment) {
        return with(Member.AS_OF, moment.toString());
    }

    /** @param day at the end of which in UTC it is known what changes are told of; null for the reader's last visit */
    public Selection since(@Nullable LocalDate day) {
        return with(Member.SINCE, day == null ? null : day.toString());
    }

    /** @param country code of the country whose series stands beside; null for none */
    public Selection comparedWith(@Nullable String country) {
        return with(Member.COMPARE, country);
    }

    public Selection by(@Nullable ProgressMethod chosen) {
        return with(Member.METHOD, chosen);
    }

    public Selection look(@Nullable Look chosen) {
        return with(Member.LOOK, chosen);
    }

    public Selection shade(@Nullable Shade chosen) {
        return with(Member.SHADE, chosen);
    }

    public Selection scale(@Nullable Scale chosen) {
        return with(Member.SCALE, chosen);
    }

    /** What goes along from one screen to the next: times and method, but neither the subject nor its look. */
    public Selection times() {
        return only(Member.FROM, Member.TO, Member.PERIODICITY, Member.AS_OF, Member.METHOD);
    }

    /** Of these members only. */
    public Selection only(Member... members) {
        List<Member> kept = List.of(members);
        return new Selection(said.entrySet().stream()
                .filter(each -> kept.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Without what these members say. */
    public Selection without(Member... members) {
        Selection left = this;
        for (Member member : members) {
            left = left.with(member, List.of());
        }
        return left;
    }

    /** As it stands in the address. */
    public QueryParameters parameters() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        said.forEach((member, texts) -> parameters.put(member.parameter, texts));
        return new QueryParameters(parameters);
    }

    /** As it stands in a link, always in the same order; empty where nothing is said. */
    public String query() {
        return said.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(text -> each.getKey().parameter + "=" + encoded(text)))
                .collect(Collectors.joining("&"));
    }

    private List<String> texts(Member member) {
        return said.getOrDefault(member, List.of());
    }

    private @Nullable String text(Member member) {
        return texts(member).stream().findFirst().orElse(null);
    }

    private <T> @Nullable T read(Member member, Function<String, Optional<T>> reading) {
        return texts(member).stream().findFirst().flatMap(reading).orElse(null);
    }

    private Selection with(Member member, @Nullable Enum<?> value) {
        return with(member, value == null ? null : code(value));
    }

    private Selection with(Member member, @Nullable String text) {
        return with(member, text == null ? List.of() : List.of(text));
    }

    private Selection with(Member member, List<String> texts) {
        Map<Member, List<String>> changed = new EnumMap<>(Member.class);
        changed.putAll(said);
        changed.put(member, texts);
        return new Selection(changed);
    }

    private static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> code(each).equals(code))
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
