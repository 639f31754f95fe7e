package org.scpmonitor.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scpmonitor.formula.Expression.Place;
import org.scpmonitor.formula.Token.Kind;

/** Takes a formula's text apart. */
final class Tokens {

    private static final Pattern BLANK = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:[.-]+[\\p{L}\\p{N}_]+)*");
    private static final Pattern DIGITS = Pattern.compile("[0-9.](?:[0-9.,\\p{L}_]|(?<=[0-9.][eE])[+-])*");
    private static final Pattern NUMBER = Pattern.compile("(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,2})?");
    private static final Pattern COMMA = Pattern.compile("[0-9]+,[0-9]+");
    private static final String SIGNS = "+-*/()";
    /** What other programs write for the same signs. */
    private static final String WRITTEN = "−–×·÷∕";

    private static final String MEANT = "--**//";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Flaw> flaws;
    private int at;

    private Tokens(String text, List<Flaw> flaws) {
        this.text = text;
        this.flaws = flaws;
    }

    /** The pieces in their order, with an end behind them. */
    static List<Token> of(String text, List<Flaw> flaws) {
        Tokens read = new Tokens(text, flaws);
        while (read.at < text.length()) {
            read.next();
        }
        read.tokens.add(new Token(Kind.END, "", new Place(text.length(), text.length())));
        return read.tokens;
    }

    private void next() {
        Matcher blank = from(BLANK);
        Matcher name = from(NAME);
        Matcher digits = from(DIGITS);
        char c = text.charAt(at);
        if (blank.lookingAt()) {
            at = blank.end();
        } else if (name.lookingAt()) {
            add(Kind.NAME, name.group(), name.end());
        } else if (digits.lookingAt()) {
            number(digits.group(), digits.end());
        } else if (c == '[') {
            unit();
        } else if (SIGNS.indexOf(c) >= 0) {
            add(Kind.SIGN, String.valueOf(c), at + 1);
        } else if (WRITTEN.indexOf(c) >= 0) {
            add(Kind.SIGN, String.valueOf(MEANT.charAt(WRITTEN.indexOf(c))), at + 1);
        } else {
            int until = at + Character.charCount(text.codePointAt(at));
            flaws.add(Flaw.of(Flaw.Code.STRANGE_CHARACTER, new Place(at, until), text.substring(at, until)));
            at = until;
        }
    }

    private void number(String read, int until) {
        Place place = new Place(at, until);
        if (NUMBER.matcher(read).matches()) {
            add(Kind.NUMBER, read, until);
            return;
        }
        flaws.add(
                COMMA.matcher(read).matches()
                        ? Flaw.of(Flaw.Code.DECIMAL_COMMA, place, read, read.replace(',', '.'))
                        : Flaw.of(Flaw.Code.NOT_A_NUMBER, place, read));
        add(Kind.REFUSED, read, until);
    }

    private void unit() {
        int close = text.indexOf(']', at);
        if (close < 0) {
            flaws.add(Flaw.of(Flaw.Code.UNCLOSED_UNIT, new Place(at, text.length())));
            at = text.length();
        } else {
            tokens.add(new Token(Kind.UNIT, text.substring(at + 1, close).strip(), new Place(at, close + 1)));
            at = close + 1;
        }
    }

    private void add(Kind kind, String read, int until) {
        tokens.add(new Token(kind, read, new Place(at, until)));
        at = until;
    }

    private Matcher from(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }
}
