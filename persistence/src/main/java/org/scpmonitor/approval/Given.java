package org.scpmonitor.approval;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An approval that was given.
 *
 * @param level 1 or 2
 * @param account user name of who gave it
 * @param displayName what that account is shown as
 * @param onBehalfOf user name of the one whose place was taken; null where nobody's was
 */
public record Given(
        int level,
        String account,
        String displayName,
        @Nullable String onBehalfOf,
        Instant at,
        String comment) {}
