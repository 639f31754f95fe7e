package org.scpmonitor.formula;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.scpmonitor.formula.Token.Kind;
import org.scpmonitor.measure.Units;
import org.scpmonitor.text.Spelling;
import org.scpmonitor.text.Text;

/**
 * What may stand at a caret.
 *
 * @param from where what is being written begins
 * @param until where it ends, maybe behind the caret
 * @param proposals the likeliest first; none where nothing is known that could stand there
 */
public record Completion(int from, int until, List<Proposal> proposals) {

    private static final int MOST = 12;

    /**
     * @param insert what takes the place of what is being written
     * @param name what it stands for; empty texts for words of the language and units
     * @param unit code; empty where it has none
     */
    public record Proposal(String insert, Text name, String unit) {}

    private static final Text NO_NAME = new Text("", "", "");

    /** What may stand at the caret of a text, alike what is being written there. */
    public static Completion at(String text, int caret, Vocabulary vocabulary, Locale locale) {
        String before = text.substring(0, caret);
        int bracket = before.lastIndexOf('[');
        if (bracket > before.lastIndexOf(']')) {
            return units(text, caret, bracket + 1);
        }
        List<Token> tokens = new ArrayList<>(Tokens.of(before, new ArrayList<>()));
        tokens.removeLast();
        int from = caret;
        int until = caret;
        if (!tokens.isEmpty()
                && tokens.getLast().kind() == Kind.NAME
                && tokens.getLast().place().until() == caret) {
            from = tokens.removeLast().place().from();
            while (until < text.length() && isPartOfName(text.charAt(until))) {
                until++;
            }
        }
        List<Proposal> proposals = new Asked(tokens, vocabulary).proposals();
        return new Completion(from, until, alike(before.substring(from), proposals, locale));
    }

    private static Completion units(String text, int caret, int from) {
        String written = text.substring(from, caret).strip();
        boolean closed = text.startsWith("]", caret);
        List<Proposal> proposals = new TreeSet<>(Units.spellings().values())
                .stream()
                        .filter(code -> code.startsWith(written))
                        .limit(MOST)
                        .map(code -> new Proposal(closed ? code : code + "]", NO_NAME, ""))
                        .toList();
        return new Completion(from, caret, proposals);
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static List<Proposal> alike(String written, List<Proposal> proposals, Locale locale) {
        String wanted = Spelling.plain(written);
        return proposals.stream()
                .filter(each -> unlikeness(each, wanted, locale) < 3)
                .sorted(Comparator.comparingInt(each -> unlikeness(each, wanted, locale)))
                .limit(MOST)
                .toList();
    }

    private static int unlikeness(Proposal proposal, String wanted, Locale locale) {
        String insert = Spelling.plain(proposal.insert());
        if (insert.startsWith(wanted)) {
            return 0;
        }
        return insert.contains(wanted)
                ? 1
                : Spelling.plain(proposal.name().in(locale)).contains(wanted) ? 2 : 3;
    }

    /** What the tokens before it ask for. */
    private record Asked(List<Token> before, Vocabulary vocabulary) {

        List<Proposal> proposals() {
            if (endsWith("previous")) {
                return words("period of ");
            } else if (endsWith("previous", "period")) {
                return words("of ");
            } else if (endsWith("period", "of")) {
                return Stream.concat(indicators(), words("previous period of ").stream())
                        .toList();
            } else if (endsWith("sum")) {
                return words("over ");
            } else if (endsWith("sum", "over")) {
                return vocabulary.dimensions().values().stream()
                        .sorted(Comparator.comparing(Vocabulary.Dimension::code))
                        .map(each -> new Proposal(each.code() + " of (", each.name(), ""))
                        .toList();
            } else if (endsWith("tally")) {
                return words("(");
            } else if (isTallyAsked()) {
                return tallies();
            } else if (endsWith("share")) {
                return words("of ");
            } else if (endsWith("if")) {
                return words("missing ");
            } else if (isValueAsked()) {
                return Stream.of(
                                indicators(),
                                factors(),
                                words("previous period of ", "share of ", "sum over ", "tally(").stream())
                        .flatMap(each -> each)
                        .toList();
            }
            return words("if missing ", "in ");
        }

        private boolean isTallyAsked() {
            int last = before.size() - 1;
            return last > 0 && before.get(last).is("(") && before.get(last - 1).isWord("tally");
        }

        private List<Proposal> tallies() {
            return vocabulary.tallies().values().stream()
                    .sorted(Comparator.comparing(Vocabulary.Tally::code))
                    .map(each -> new Proposal(each.code() + ")", each.name(), ""))
                    .toList();
        }

        private boolean isValueAsked() {
            if (before.isEmpty()) {
                return true;
            }
            Token last = before.getLast();
            return last.kind() == Kind.SIGN && !last.is(")")
                    || last.isWord("of")
                    || last.isWord("in")
                    || last.isWord("missing");
        }

        private boolean endsWith(String... words) {
            int start = before.size() - words.length;
            if (start < 0) {
                return false;
            }
            for (int i = 0; i < words.length; i++) {
                if (!before.get(start + i).isWord(words[i])) {
                    return false;
                }
            }
            return true;
        }

        private Stream<Proposal> indicators() {
            return vocabulary.indicators().values().stream()
                    .sorted(Comparator.comparing(Vocabulary.Indicator::code))
                    .map(each ->
                            new Proposal(each.code(), each.name(), each.unit().code()));
        }

        private Stream<Proposal> factors() {
            return vocabulary.factors().values().stream()
                    .sorted(Comparator.comparing(Vocabulary.Factor::code))
                    .map(each ->
                            new Proposal(each.code(), each.name(), each.unit().code()));
        }

        private static List<Proposal> words(String... words) {
            return Stream.of(words).map(word -> new Proposal(word, NO_NAME, "")).toList();
        }
    }
}
