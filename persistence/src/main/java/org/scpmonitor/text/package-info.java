/** Words that a catalogue carries in the three languages of the programme. */
@NullMarked
package org.scpmonitor.text;

import org.jspecify.annotations.NullMarked;
