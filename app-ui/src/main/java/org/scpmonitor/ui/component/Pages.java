package org.scpmonitor.ui.component;

import com.vaadin.flow.component.html.Anchor;
import org.scpmonitor.calendar.ReportingPeriod;
import org.scpmonitor.ui.component.Selection.Member;

/** The addresses of the screens, so that they can lead to each other without knowing each other. */
public final class Pages {
    public static final String OVERVIEW = "";
    public static final String INDICATORS = "indicators";
    public static final String PROGRAMMES = "programmes";
    public static final String REPORT = "report";
    public static final String REVIEW = "review";
    public static final String COMPLETENESS = "completeness";
    public static final String ACCOUNT = "account";
    public static final String UNSUBSCRIBE = "unsubscribe";
    public static final String MAILS = "mails";
    public static final String ASSIGNMENTS = "assignments";
    public static final String OPERATIONS = "operations";
    public static final String CATALOGUE = "catalogue";
    public static final String PROGRAMME_SETTINGS = CATALOGUE + "/programmes";
    public static final String FACTORS = "factors";
    public static final String PUBLICATIONS = "publications";
    public static final String BOARD = "board";
    public static final String SHARED = "shared";
    public static final String METHODS = "methods";
    public static final String COMPARE = "compare";
    public static final String MAP = "map";
    public static final String REGISTER = "register";
    public static final String PROCUREMENT = "procurement";
    public static final String AGREEMENTS = "agreements";
    public static final String COOPERATION = "cooperation";
    public static final String STATUS_QUO = "status-quo";

    private Pages() {}

    public static String overview(Selection selection) {
        return address(OVERVIEW, selection);
    }

    /** Of the selection's programme. */
    public static String indicator(String code, Selection selection) {
        return address(
                INDICATORS + "/" + code,
                selection.without(Member.INDICATOR, Member.COUNTRY, Member.THEME, Member.LOOK, Member.SCALE));
    }

    public static String programme(String code, Selection selection) {
        return address(PROGRAMMES + "/" + code, selection.times());
    }

    public static String compare(Selection selection) {
        return address(COMPARE, selection);
    }

    public static String map(Selection selection) {
        return address(MAP, selection);
    }

    /** An entry of the register. */
    public static String entry(String kind, String code) {
        return REGISTER + "/" + kind + "/" + code;
    }

    /** The definition of an indicator, in the catalogue. */
    public static String definition(String code) {
        return CATALOGUE + "/" + code;
    }

    /** What is set for a programme, in the catalogue. */
    public static String settings(String programme) {
        return PROGRAMME_SETTINGS + "/" + programme;
    }

    /** How a programme follows an indicator, in the catalogue. */
    public static String followed(String programme, String indicator) {
        return settings(programme) + "/" + indicator;
    }

    /** Where it is typed how an indicator is calculated. */
    public static String formula(String code) {
        return definition(code) + "/formula";
    }

    /** What was published at once, with its revisions. */
    public static String publication(int id) {
        return PUBLICATIONS + "/" + id;
    }

    /** A submission, for its sender. */
    public static String report(long submission) {
        return REPORT + "/" + submission;
    }

    /** The receipt of a submission, for its sender. */
    public static String receipt(long submission) {
        return REPORT + "/" + submission + "/receipt";
    }

    /** A submission, for its reviewer. */
    public static String review(long submission) {
        return REVIEW + "/" + submission;
    }

    /** Where an institution's values for a period are typed. */
    public static String typing(String institution, ReportingPeriod period) {
        return REPORT + "/type/" + institution + "/" + period;
    }

    /** A board that its owner shares, for whoever has the secret. */
    public static String shared(String secret) {
        return SHARED + "/" + secret;
    }

    /** Where an entry is written. */
    public static String entryEdit(String kind, String code) {
        return entry(kind, code) + "/edit";
    }

    /** Where a new entry of a kind is written. */
    public static String newEntry(String kind) {
        return REGISTER + "/" + kind + "/new";
    }

    /** A link inside the application: it opens without loading the page again. */
    public static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** A criterion of sustainable procurement: its versions, uptake and impact. */
    public static String criterion(String code) {
        return PROCUREMENT + "/criterion/" + code;
    }

    /** How a country's priority products are chosen. */
    public static String productSelection(String code) {
        return PROCUREMENT + "/selection/" + code;
    }

    public static String agreement(String code) {
        return AGREEMENTS + "/" + code;
    }

    private static String address(String path, Selection selection) {
        String query = selection.query();
        return query.isEmpty() ? path : path + "?" + query;
    }
}
