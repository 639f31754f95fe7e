package org.scpmonitor.mail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is written to, and what of it is wanted.
 *
 * @param email null where nothing is to be sent
 * @param language es, en or de
 * @param reminders before the on-time date; what is late or about to close comes anyway
 * @param notices of what others did with submissions that concern the account
 */
public record Contact(
        int userId, String displayName, @Nullable String email, Locale language, boolean reminders, boolean notices) {

    private static final Pattern ADDRESS = Pattern.compile("[^@\\s,;<>\"()]{1,64}@[^@\\s,;<>\"()]{1,190}");

    /** Whether a text can be an address; only a mail that arrives proves that it is one. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }
}
