/** Mails that are to be sent, kept until they are: to whom, about what, and what somebody doesn't want. */
@NullMarked
package org.scpmonitor.mail;

import org.jspecify.annotations.NullMarked;
