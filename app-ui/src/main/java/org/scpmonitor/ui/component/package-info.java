/** Small parts that every screen is made of, and the texts in the reader's language. They take data and ask nothing. */
@NullMarked
package org.scpmonitor.ui.component;

import org.jspecify.annotations.NullMarked;
