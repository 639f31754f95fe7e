/** Writing mails in the receiver's language, and handing them to a mail server. */
@NullMarked
package org.scpmonitor.batch.mail;

import org.jspecify.annotations.NullMarked;
