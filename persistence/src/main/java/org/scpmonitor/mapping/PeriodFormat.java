package org.scpmonitor.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.text.Spelling;

/**
 * How a sender writes periods.
 *
 * @param pattern how they are written
 * @param months of the period that a date lies in: 1, 3, 6 or 12. The other patterns have their own length, and keep to
 *     it: it is {@link Style#months} there
 */
public record PeriodFormat(Style pattern, int months) {

    /** @throws IllegalArgumentException where no period has these months, or this pattern has others */
    public PeriodFormat {
        boolean own = pattern.months == 0 ? List.of(1, 3, 6, 12).contains(months) : pattern.months == months;
        if (!own) {
            throw new IllegalArgumentException(pattern + " has no periods of " + months + " months");
        }
    }

    public static PeriodFormat of(Style pattern) {
        return new PeriodFormat(pattern, pattern.months == 0 ? 1 : pattern.months);
    }

    /** How periods may be written; separators may be blanks, {@code /}, {@code .}, {@code -} or {@code _}. */
    public enum Style {
        /** {@code 2023-04}, {@code 2023-Q2}, {@code 2023-H1}, {@code 2023}, {@code FY2023-07}: each of its own length. */
        OURS(1, "2023-04"),
        /** {@code Febrero/2024}, {@code feb-24}, {@code März 2024}: names and abbreviations in the three languages. */
        MONTH_NAME(1, "Febrero/2024"),
        /** {@code 01.2023}, {@code 1/2023}. */
        MONTH_YEAR(1, "01.2023"),
        /** {@code 2023/01}, {@code 202301}, {@code 2023M01}. */
        YEAR_MONTH(1, "2023/01"),
        /** {@code 2023-T1}, {@code Q1 2023}, {@code 1T2023}, {@code I trimestre de 2023}, {@code 1. Quartal 2023}. */
        QUARTER(3, "2023-T1"),
        /** {@code 2023-S1}, {@code H1 2023}, {@code 2. Halbjahr 2023}. */
        HALF_YEAR(6, "2023-S1"),
        /** {@code 2023}. */
        YEAR(12, "2023"),
        /** {@code 2023-12-31}, {@code 20231231}, and dates of a workbook: the period that the day lies in. */
        DATE_YEAR_FIRST(0, "2023-12-31"),
        /** {@code 31.12.2023}, {@code 31/12/2023}. */
        DATE_DAY_FIRST(0, "31/12/2023"),
        /** {@code 12/31/2023}. */
        DATE_MONTH_FIRST(0, "12/31/2023");

        private final int months;
        private final String example;

        Style(int months, String example) {
            this.months = months;
            this.example = example;
        }

        /** Its periods' length; 0 where a date can lie in a period of any. */
        public int months() {
            return months;
        }

        /** A period written so. */
        public String example() {
            return example;
        }
    }

    private static final String YEAR = "(?<y>\\d{4})";
    private static final String YEAR_AFTER = "(?<z>\\d{4})";
    private static final String ORDINAL = "(?: ?(?:er|do|ro|to|o|a|st|nd|rd|th))?";

    private static final Pattern NAMED_MONTH =
            Pattern.compile("(?:" + YEAR + " )?(?:de )?(?<m>[a-z]{3,10})(?: (?:de |del )?(?<z>\\d{4}|\\d{2}))?");
    private static final Pattern MONTH_THEN_YEAR = Pattern.compile("(?<m>\\d{1,2}) " + YEAR);
    private static final Pattern YEAR_THEN_MONTH = Pattern.compile(YEAR + "(?: m?(?<m>\\d{1,2})|m?(?<n>\\d{2}))");
    private static final Pattern PLAIN_YEAR = Pattern.compile("(?:ano |year |jahr )?" + YEAR + "(?: 0)?");
    private static final Pattern QUARTERS = parts("trimestre|trim|quartal|quarter|qtr|t|q", "[1-4]|iv|i{1,3}");
    private static final Pattern HALVES = parts("semestre|sem|halbjahr|hj|half year|half|s|h", "[12]|i{1,2}");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4}) (\\d{1,2}) (\\d{1,2})(?:[ t]\\d.*)?");
    private static final Pattern YEAR_FIRST_CLOSE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2}) (\\d{1,2}) (\\d{4})(?: \\d.*)?");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s/._'’-]+");

    /** Names and abbreviations of months in Spanish, English and German, without accents. */
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("ene", 1),
            Map.entry("enero", 1),
            Map.entry("jan", 1),
            Map.entry("january", 1),
            Map.entry("januar", 1),
            Map.entry("janner", 1),
            Map.entry("feb", 2),
            Map.entry("febrero", 2),
            Map.entry("february", 2),
            Map.entry("februar", 2),
            Map.entry("mar", 3),
            Map.entry("marzo", 3),
            Map.entry("march", 3),
            Map.entry("marz", 3),
            Map.entry("maerz", 3),
            Map.entry("mrz", 3),
            Map.entry("abr", 4),
            Map.entry("abril", 4),
            Map.entry("apr", 4),
            Map.entry("april", 4),
            Map.entry("may", 5),
            Map.entry("mayo", 5),
            Map.entry("mai", 5),
            Map.entry("jun", 6),
            Map.entry("junio", 6),
            Map.entry("june", 6),
            Map.entry("juni", 6),
            Map.entry("jul", 7),
            Map.entry("julio", 7),
            Map.entry("july", 7),
            Map.entry("juli", 7),
            Map.entry("ago", 8),
            Map.entry("agosto", 8),
            Map.entry("aug", 8),
            Map.entry("august", 8),
            Map.entry("sep", 9),
            Map.entry("sept", 9),
            Map.entry("set", 9),
            Map.entry("septiembre", 9),
            Map.entry("setiembre", 9),
            Map.entry("september", 9),
            Map.entry("oct", 10),
            Map.entry("octubre", 10),
            Map.entry("october", 10),
            Map.entry("okt", 10),
            Map.entry("oktober", 10),
            Map.entry("nov", 11),
            Map.entry("noviembre", 11),
            Map.entry("november", 11),
            Map.entry("dic", 12),
            Map.entry("diciembre", 12),
            Map.entry("dec", 12),
            Map.entry("december", 12),
            Map.entry("dez", 12),
            Map.entry("dezember", 12));

    /** The period that a text means; empty where it isn't written so. */
    public Optional<ReportingPeriod> read(String text) {
        if (text.length() > 60) {
            return Optional.empty();
        }
        String plain = SEPARATORS.matcher(Spelling.plain(text)).replaceAll(" ").strip();
        try {
            return switch (pattern) {
                case OURS -> ReportingPeriod.parse(text);
                case MONTH_NAME -> namedMonth(plain);
                case MONTH_YEAR -> month(MONTH_THEN_YEAR.matcher(plain));
                case YEAR_MONTH -> month(YEAR_THEN_MONTH.matcher(plain));
                case QUARTER -> part(QUARTERS.matcher(plain), 3);
                case HALF_YEAR -> part(HALVES.matcher(plain), 6);
                case YEAR -> year(PLAIN_YEAR.matcher(plain));
                case DATE_YEAR_FIRST ->
                    date(plain, YEAR_FIRST, 1, 2, 3).or(() -> date(plain, YEAR_FIRST_CLOSE, 1, 2, 3));
                case DATE_DAY_FIRST -> date(plain, YEAR_LAST, 3, 2, 1);
                case DATE_MONTH_FIRST -> date(plain, YEAR_LAST, 3, 1, 2);
            };
        } catch (DateTimeException e) {
            // A month 13 or a 30th of February is no period.
            return Optional.empty();
        }
    }

    /** The period of this format's length that a day of a workbook lies in. */
    public ReportingPeriod around(LocalDate day) {
        int first = (day.getMonthValue() - 1) / months * months + 1;
        return ReportingPeriod.of(LocalDate.of(day.getYear(), first, 1), months);
    }

    /** The number of a month by its number or name, 1 to 12; empty for anything else. */
    public static Optional<Integer> month(String text) {
        String plain = SEPARATORS.matcher(Spelling.plain(text)).replaceAll(" ").strip();
        if (plain.matches("0?[1-9]|1[0-2]")) {
            return Optional.of(Integer.valueOf(plain));
        }
        return Optional.ofNullable(MONTHS.get(plain));
    }

    /** The format in which every one of these texts is a period, the likeliest first; empty where there is none. */
    public static Optional<PeriodFormat> of(List<String> samples) {
        return samples.isEmpty()
                ? Optional.empty()
                : List.of(Style.values()).stream()
                        .map(PeriodFormat::of)
                        .filter(format -> samples.stream()
                                .allMatch(sample -> format.read(sample).isPresent()))
                        .findFirst()
                        .map(format ->
                                format.pattern == Style.OURS && samples.stream().allMatch(PeriodFormat::isYear)
                                        ? of(Style.YEAR)
                                        : format);
    }

    private static boolean isYear(String text) {
        return text.strip().length() == 4;
    }

    private static Pattern parts(String words, String numbers) {
        return Pattern.compile("(?:" + YEAR + " ?)?(?:(?:" + words + ") ?(?<n>" + numbers + ")|(?<o>" + numbers + ")"
                + ORDINAL + " ?(?:" + words + "))(?: ?(?:de |del )?" + YEAR_AFTER + ")?");
    }

    private static Optional<ReportingPeriod> namedMonth(String text) {
        Matcher read = NAMED_MONTH.matcher(text);
        if (!read.matches() || (read.group("y") == null) == (read.group("z") == null)) {
            return Optional.empty();
        }
        Integer month = MONTHS.get(read.group("m").toLowerCase(Locale.ROOT));
        return month == null ? Optional.empty() : Optional.of(ReportingPeriod.month(yearOf(read), month));
    }

    private static int yearOf(Matcher read) {
        String year = read.group("y") == null ? read.group("z") : read.group("y");
        int number = Integer.parseInt(year);
        return year.length() == 2 ? number + (number < 70 ? 2000 : 1900) : number;
    }

    private static Optional<ReportingPeriod> month(Matcher read) {
        if (!read.matches()) {
            return Optional.empty();
        }
        String month = read.group("m");
        return Optional.of(ReportingPeriod.month(
                Integer.parseInt(read.group("y")), Integer.parseInt(month == null ? read.group("n") : month)));
    }

    private static Optional<ReportingPeriod> year(Matcher read) {
        return read.matches() && !read.group("y").equals("0000")
                ? Optional.of(ReportingPeriod.year(Integer.parseInt(read.group("y"))))
                : Optional.empty();
    }

    private static Optional<ReportingPeriod> part(Matcher read, int months) {
        if (!read.matches() || (read.group("y") == null) == (read.group("z") == null)) {
            return Optional.empty();
        }
        String written = read.group("n") == null ? read.group("o") : read.group("n");
        int number = switch (written) {
            case "i" -> 1;
            case "ii" -> 2;
            case "iii" -> 3;
            case "iv" -> 4;
            default -> Integer.parseInt(written);
        };
        return Optional.of(ReportingPeriod.of(
                YearMonth.of(yearOf(read), (number - 1) * months + 1).atDay(1), months));
    }

    private Optional<ReportingPeriod> date(String text, Pattern written, int year, int month, int day) {
        Matcher read = written.matcher(text);
        return read.matches()
                ? Optional.of(around(LocalDate.of(
                        Integer.parseInt(read.group(year)),
                        Integer.parseInt(read.group(month)),
                        Integer.parseInt(read.group(day)))))
                : Optional.empty();
    }
}
