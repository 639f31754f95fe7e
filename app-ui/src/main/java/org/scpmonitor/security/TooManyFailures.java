package org.scpmonitor.security;

import java.time.Duration;
import org.springframework.security.authentication.AccountStatusException;

/** Signing in failed too often; nothing is checked for a while, not even the right password. */
public class TooManyFailures extends AccountStatusException {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyFailures(Duration wait) {
        super("Too many failed sign-ins");
        this.wait = wait;
    }

    /** After how long it may be tried again. */
    public Duration mayRetryAfter() {
        return wait;
    }
}
