package org.scpmonitor.security;

import java.time.Clock;
import java.time.Duration;

/**
 * How often signing in failed lately, in this process. Five failures of one account from one address, or a hundred of
 * one account or of one address, and nothing is checked for a minute after the last of them.
 */
final class FailedSignIns {

    /** How long it is locked, and how long a failure counts. */
    static final Duration LOCKED = Duration.ofMinutes(1);

    private static final int MOST_REMEMBERED = 50_000;

    private final Limit together;
    private final Limit account;
    private final Limit address;

    FailedSignIns(Clock clock) {
        together = new Limit(new Recent<>(clock, LOCKED, MOST_REMEMBERED), 5);
        account = new Limit(new Recent<>(clock, LOCKED, MOST_REMEMBERED), 100);
        address = new Limit(new Recent<>(clock, LOCKED, MOST_REMEMBERED), 100);
    }

    boolean isLocked(String username, String from) {
        return together.isReached(username + '\n' + from) || account.isReached(username) || address.isReached(from);
    }

    /** Counts a failure; true where it is the one that locks. */
    boolean failed(String username, String from) {
        boolean first = together.count(username + '\n' + from);
        boolean second = account.count(username);
        boolean third = address.count(from);
        return first || second || third;
    }

    /** Forgets the failures of an account from an address, for its owner has come. */
    void succeeded(String username, String from) {
        together.failures.forget(username + '\n' + from);
    }

    private record Limit(Recent<Integer> failures, int most) {

        boolean isReached(String key) {
            return failures.find(key).orElse(0) >= most;
        }

        boolean count(String key) {
            return failures.update(key, 0, count -> count + 1) == most;
        }
    }
}
