package org.scpmonitor.api;

/** The shape in which a list is answered. */
enum Format {
    JSON,
    CSV
}
