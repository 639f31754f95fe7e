/** Mappings: how an institution's own table is read, saved by name and version. */
@NullMarked
package org.scpmonitor.mapping;

import org.jspecify.annotations.NullMarked;
