/** The demonstration: real figures, sent by the demo accounts through the same intake as anyone's, with dated times. */
@NullMarked
package org.scpmonitor.demo;

import org.jspecify.annotations.NullMarked;
