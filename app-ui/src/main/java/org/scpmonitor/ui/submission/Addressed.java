package org.scpmonitor.ui.submission;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;

/** The submission that an address names. */
public final class Addressed {
    /** The name of the route's parameter. */
    public static final String PARAMETER = "submission";

    private Addressed() {}

    /**
     * Empty where the address names none.
     *
     * @throws NotFoundException where what it names can't be a submission's number
     */
    public static Optional<Long> submission(RouteParameters address) {
        return address.get(PARAMETER).map(text -> {
            if (!text.matches("[0-9]{1,18}")) {
                throw new NotFoundException();
            }
            return Long.valueOf(text);
        });
    }
}
