/** The national programmes, and how complete their data are. */
@NullMarked
package org.scpmonitor.programme;

import org.jspecify.annotations.NullMarked;
