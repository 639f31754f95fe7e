package org.scpmonitor.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.access.Account;
import org.scpmonitor.access.Accounts;
import org.scpmonitor.access.Viewer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is asking, for views and endpoints. Accounts are read again after ten seconds: a role that was taken or an account
 * that was disabled, even by another process, has no longer an effect than that on whoever is signed in.
 */
@Component
public class CurrentViewer {

    private final Accounts accounts;
    private final Recent<Optional<Account>> known;

    CurrentViewer(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.known = new Recent<>(clock, Duration.ofSeconds(10), 10_000);
    }

    /** The one whose request this thread works on; the public where nobody is signed in. */
    public Viewer get() {
        return account(SecurityContextHolder.getContext().getAuthentication())
                .map(Account::viewer)
                .orElse(Viewer.PUBLIC);
    }

    /** Takes an account as it was read just now: whoever gives a password at each call has the rights of this moment. */
    void read(Account account) {
        known.put(account.username(), Optional.of(account));
    }

    /** The enabled account behind an authentication, if there still is one. */
    Optional<Account> account(@Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        String username = authentication.getName();
        Optional<Optional<Account>> remembered = known.find(username);
        if (remembered.isPresent()) {
            return remembered.get();
        }
        Optional<Account> read = accounts.find(username).filter(Account::enabled);
        known.put(username, read);
        return read;
    }
}
