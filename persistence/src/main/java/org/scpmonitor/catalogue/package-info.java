/** The whole catalogue as one document: read, checked, taken over and written. */
@NullMarked
package org.scpmonitor.catalogue;

import org.jspecify.annotations.NullMarked;
