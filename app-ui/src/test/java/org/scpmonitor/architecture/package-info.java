/** The rules of the house, checked on the classes. */
@NullMarked
package org.scpmonitor.architecture;

import org.jspecify.annotations.NullMarked;
