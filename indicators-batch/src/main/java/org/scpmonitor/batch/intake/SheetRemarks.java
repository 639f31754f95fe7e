package org.scpmonitor.batch.intake;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.scpmonitor.batch.intake.SheetRow.Kind;
import org.scpmonitor.submission.Finding;
import org.scpmonitor.submission.FindingCode;

/**
 * What is to be said once of a sheet that was read, and not of each of its cells: results of formulas that were taken,
 * rows and columns that were read although the sheet doesn't show them.
 */
final class SheetRemarks {

    private final Table table;
    private final List<Integer> columns;
    private final Places formulas = new Places();
    private final Places hiddenRows = new Places();
    private boolean beyond;

    SheetRemarks(Table table, Header header) {
        this(table, header.columns().values());
    }

    /** @param columns those that are read, from 0 */
    SheetRemarks(Table table, Collection<Integer> columns) {
        this.table = table;
        this.columns = columns.stream().sorted().toList();
    }

    /** Looks at a row that isn't blank. */
    void row(SheetRow row, Tally tally) throws IOException {
        if (row.isHidden()) {
            hiddenRows.add(Integer.toString(row.number()));
        }
        for (int column : columns) {
            if (row.isComputed(column) && row.kind(column) != Kind.BLANK && row.kind(column) != Kind.ERROR) {
                formulas.add(Finding.cell(row.number(), column + 1));
            }
        }
        if (row.beyond() > 0 && !beyond) {
            beyond = true;
            tally.add(Finding.onCell(
                    FindingCode.COLUMN_OUT_OF_BOUNDS,
                    table.sheetName(),
                    row.number(),
                    row.beyond(),
                    "",
                    Integer.toString(SheetRow.WIDEST)));
        }
    }

    /** Tells what was seen, once the sheet has been read. */
    void tell(Tally tally) throws IOException {
        var hiddenColumns = new Places();
        columns.stream().filter(table::isHidden).forEach(column -> hiddenColumns.add(Finding.cell(null, column + 1)));
        tell(FindingCode.HIDDEN_COLUMNS, hiddenColumns, tally);
        tell(FindingCode.HIDDEN_ROWS, hiddenRows, tally);
        tell(FindingCode.FORMULAS_USED, formulas, tally);
    }

    private void tell(FindingCode code, Places places, Tally tally) throws IOException {
        if (places.count() > 0) {
            tally.add(Finding.onSheet(code, table.sheetName(), "", Long.toString(places.count()), places.names()));
        }
    }
}
