package org.scpmonitor.ui.map;

import java.util.Optional;
import org.scpmonitor.comparison.Compared.Point;
import org.scpmonitor.progress.Dated;
import org.scpmonitor.progress.ProgressStatus;

/**
 * Where a country stands with the indicator that is shown.
 *
 * @param country two letters of ISO 3166-1
 * @param latest its last figure within the periods that were asked for
 * @param programme code of its programme that has the indicator
 */
record Standing(
        String country,
        Optional<Point> latest,
        Optional<String> programme,
        Optional<ProgressStatus> status,
        Optional<Dated> target) {}
