package org.scpmonitor.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is about to be written.
 *
 * @param dedupeKey what it is about: a second mail of the same key isn't written
 * @param unsubscribeUrl null where it is legally due
 */
public record Letter(
        int userId,
        Mail.Kind kind,
        String dedupeKey,
        String address,
        Locale language,
        String subject,
        String bodyText,
        String bodyHtml,
        @Nullable String unsubscribeUrl) {}
