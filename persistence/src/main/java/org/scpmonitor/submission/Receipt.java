package org.scpmonitor.submission;

/**
 * The promise that a file is stored.
 *
 * @param submission its number
 * @param first whether these bytes are new; false where the institution had sent them before, and {@code submission} is
 *     that earlier one
 * @param sha256 of the bytes, 64 hexadecimal digits
 */
public record Receipt(long submission, boolean first, String sha256) {}
