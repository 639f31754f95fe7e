/** The database itself: an embedded PostgreSQL, its migrations and the demo's files. */
@NullMarked
package org.scpmonitor.db;

import org.jspecify.annotations.NullMarked;
