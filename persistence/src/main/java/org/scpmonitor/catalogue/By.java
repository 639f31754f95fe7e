package org.scpmonitor.catalogue;

/**
 * Who changes the catalogue, and why; kept with the versions that it makes.
 *
 * @param author user name
 */
public record By(String author, String reason) {
    /** Whoever takes over a whole document. */
    static final By NOBODY = new By("", "");
}
