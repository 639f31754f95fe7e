/** What the screens of progress have in common: filters, the drawing of an indicator, words of the methods. */
@NullMarked
package org.scpmonitor.ui.progress;

import org.jspecify.annotations.NullMarked;
