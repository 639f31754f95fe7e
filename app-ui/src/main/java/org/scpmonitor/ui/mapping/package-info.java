/** Where a sender says how the own table is to be read. */
@NullMarked
package org.scpmonitor.ui.mapping;

import org.jspecify.annotations.NullMarked;
