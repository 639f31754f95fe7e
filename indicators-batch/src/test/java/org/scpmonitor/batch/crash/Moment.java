package org.scpmonitor.batch.crash;

import java.util.regex.Pattern;

/**
 * A moment in the work: the nth time that something matching happens on a connection. What happens reads {@code before
 * insert into …}, {@code after insert into …}, {@code before commit of STATEMENT; STATEMENT} or {@code after commit of
 * …}, names without quotes and in lower case.
 */
record Moment(String what, int nth) {

    static Moment first(String what) {
        return new Moment(what, 1);
    }

    Pattern pattern() {
        return Pattern.compile(what, Pattern.DOTALL);
    }

    @Override
    public String toString() {
        return nth == 1 ? what : what + " #" + nth;
    }
}
