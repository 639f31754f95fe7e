package org.scpmonitor.ui.receipt;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.measure.Units;
import org.scpmonitor.submission.SubmissionReceipt;
import org.scpmonitor.submission.SubmissionReceipt.Explained;
import org.scpmonitor.ui.component.DateText;
import org.scpmonitor.ui.component.NumberText;
import org.scpmonitor.ui.receipt.ReceiptDocuments.Line;

/** A receipt in HTML that is well-formed XML too. */
record ReceiptHtml(SubmissionReceipt receipt, Locale locale) {

    private static final Control SPANISH_OTHERWISE = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    String title() {
        return text("receipt", "title", number(receipt.number()));
    }

    String of(List<Line> lines) {
        return "<div class=\"receipt\"><h1>" + escaped(title()) + "</h1><p>" + escaped(text("receipt", "says")) + "</p>"
                + facts() + explanations() + list(lines) + "</div>";
    }

    private String facts() {
        String format = receipt.numberFormat() == null ? "detected" : receipt.numberFormat();
        String mapping = receipt.mapping() == null ? text("receipt", "mapping.none") : receipt.mapping();
        return "<table class=\"facts\"><tbody>"
                + fact("submitted", new DateText(locale).moment(receipt.submittedAt()))
                + fact("by", receipt.submittedBy())
                + fact("sent", receipt.sentBy())
                + fact("institution", receipt.institution() + " · " + receipt.institutionName())
                + fact("periods", receipt.periods().stream().map(this::period).collect(Collectors.joining(", ")))
                + fact("file", receipt.fileName())
                + fact("revision", number(receipt.revision()))
                + fact("size", text("receipt", "bytes", number(receipt.size())))
                + fact("sha", receipt.sha256())
                + fact("format", text("receipt", "format." + format))
                + fact("mapping", mapping)
                + fact("rows", count(receipt.rows()))
                + fact("values", count(receipt.values()))
                + "</tbody></table>";
    }

    private String fact(String name, String value) {
        return "<tr><th scope=\"row\">" + escaped(text("receipt", name)) + "</th><td class=\"mono\">" + escaped(value)
                + "</td></tr>";
    }

    private String explanations() {
        if (receipt.explanations().isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder();
        for (Explained each : receipt.explanations()) {
            rows.append("<tr><th scope=\"row\">")
                    .append(escaped(text("finding", each.code().name())))
                    .append("</th><td>")
                    .append(escaped(text("receipt", "explained", number(each.values()), each.explanation())))
                    .append("</td></tr>");
        }
        return heading("explanations") + "<table class=\"facts\"><tbody>" + rows + "</tbody></table>";
    }

    private String list(List<Line> lines) {
        Long values = receipt.values();
        if (values == null) {
            return heading("list") + "<p>" + escaped(text("receipt", "list.lost")) + "</p>";
        }
        String cut = values > lines.size()
                ? "<p>" + escaped(text("receipt", "list.cut", number(lines.size()), number(values))) + "</p>"
                : "";
        StringBuilder rows = new StringBuilder();
        lines.forEach(line -> rows.append(row(line)));
        return heading("list") + cut + "<table class=\"values\"><thead><tr>" + column("indicator", "")
                + column("disaggregation", "") + column("period", "") + column("read", "n") + column("value", "n")
                + column("cell", "") + "</tr></thead><tbody>" + rows + "</tbody></table>";
    }

    private String row(Line line) {
        String who = line.institution().equals(receipt.institution()) ? "" : line.institution() + " · ";
        String value = line.value().isEmpty()
                ? "–"
                : new NumberText(locale).full(new BigDecimal(line.value())) + "\u00a0" + Units.written(line.unit());
        return "<tr><td>" + escaped(who + line.indicator()) + "</td><td>" + escaped(line.disaggregation())
                + "</td><td>" + escaped(period(line.period())) + "</td><td class=\"n\">"
                + escaped((line.read() + " " + line.readUnit()).strip()) + "</td><td class=\"n\">" + escaped(value)
                + "</td><td>" + escaped(line.cell()) + "</td></tr>";
    }

    private String heading(String name) {
        return "<h2>" + escaped(text("receipt", name)) + "</h2>";
    }

    private String column(String name, String style) {
        return "<th scope=\"col\" class=\"" + style + "\">" + escaped(text("receipt", "column." + name)) + "</th>";
    }

    private String period(String canonical) {
        return ReportingPeriod.parse(canonical)
                .map(period -> period.label(locale))
                .orElse(canonical);
    }

    private String count(@Nullable Long number) {
        return number == null ? "–" : number(number);
    }

    private String number(long number) {
        return new NumberText(locale).of(number);
    }

    private String text(String bundle, String name, Object... arguments) {
        String text = ResourceBundle.getBundle("i18n." + bundle, locale, SPANISH_OTHERWISE)
                .getString(bundle + "." + name);
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    /** For the content of an element; characters that XML can't hold are shown as such. */
    static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
