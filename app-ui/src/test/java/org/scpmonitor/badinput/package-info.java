/** Whatever people may send, to a server with little memory. */
@NullMarked
package org.scpmonitor.badinput;

import org.jspecify.annotations.NullMarked;
