/** What the register of a cooperation holds: a record for each kind of entry, and the shapes that forms, files and checks read off them. */
@NullMarked
package org.scpmonitor.entry;

import org.jspecify.annotations.NullMarked;
