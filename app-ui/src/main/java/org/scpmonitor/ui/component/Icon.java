package org.scpmonitor.ui.component;

/** The line icons, drawn on a field of 20 by 20. They take the colour of the text beside them and say nothing by themselves. */
public enum Icon {
    OVERVIEW("M3 3h6v6H3zM11 3h6v6h-6zM3 11h6v6H3zM11 11h6v6h-6z"),
    MAP("M3 5l4.5-2 5 2L17 3v12l-4.5 2-5-2L3 17zM7.5 3v12M12.5 5v12"),
    CHART("M3 3v14h14M6 13l3.5-4 3 2.5L17 6"),
    TABLE("M3 4h14v12H3zM3 8h14M8 8v8"),
    UPLOAD("M10 13V3.5M6.5 7 10 3.5 13.5 7M3.5 12.5V16.5h13v-4"),
    CHECK("M4 10.5 8 14.5 16 6"),
    CHECKLIST("M3 5l1.2 1.2L6.5 4M3 10.5l1.2 1.2 2.3-2.2M3 16l1.2 1.2 2.3-2.2M9.5 5.5H17M9.5 11H17M9.5 16.5H17"),
    PULSE("M2.5 10.5H6l2-6 4 11 2-5h3.5"),
    SCALE("M10 3v14M6 17h8M4 6h12M4 6l-2 5.5h4zM16 6l-2 5.5h4z"),
    INFO("M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 9v5M10 6.3v.1"),
    SEARCH("M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12ZM13.5 13.5 17.5 17.5"),
    MOON("M16.5 12A7 7 0 0 1 8 3.5a7 7 0 1 0 8.5 8.5Z"),
    DOWN("M5.5 8 10 12.5 14.5 8"),
    RIGHT("M8 5.5 12.5 10 8 14.5"),
    DOWNLOAD("M10 3v9.5M6.5 9 10 12.5 13.5 9M3.5 13.5v3h13v-3"),
    LINK(
            "M8.5 11.5a3 3 0 0 0 4.2 0l2.6-2.6a3 3 0 0 0-4.2-4.2l-1 1M11.5 8.5a3 3 0 0 0-4.2 0l-2.6 2.6a3 3 0 0 0 4.2 4.2l1-1"),
    CLOSE("M5 5l10 10M15 5 5 15"),
    WARNING("M10 3 18 16.5H2zM10 8.5v3.5M10 14.3v.1"),
    STOP("M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7zM10 6.5V11M10 13.6v.1"),
    QUERY("M3 4.5h14v9.5H9L5.5 17v-3H3zM8.2 8a1.8 1.8 0 1 1 2.6 1.6c-.5.3-.8.5-.8 1M10 12.2v.05"),
    FILE("M5 2.5h6.5L15 6v11.5H5zM11.5 2.5V6H15"),
    CLOCK("M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM10 6v4.3l2.8 1.7"),
    REDO("M16 10a6 6 0 1 1-1.8-4.2L16.5 8M16.5 4v4h-4"),
    USER("M10 10a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 10 10ZM3.8 17a6.3 6.3 0 0 1 12.4 0"),
    CALENDAR("M3.5 4.5h13v12h-13zM3.5 8.5h13M7 2.5v3.5M13 2.5v3.5"),
    HASH("M7.5 3 6 17M14 3l-1.5 14M3.5 7.5h13.5M3 12.5h13.5"),
    CELL("M3 4h14v12H3zM3 10h14M10 4v12M11.2 11.2h4.6v3.6h-4.6z"),
    GEAR(
            "M10 12.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2ZM10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4"),
    SUM("M15.500 5.500V3.500H4.500l6 6.500-6 6.500h11v-2"),
    LOCK("M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9"),
    PEOPLE(
            "M7.500 9.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5ZM2.500 16a5 5 0 0 1 10 0M13 9.500a2.300 2.300 0 1 0-.8-4.400M14.500 11.600A4.500 4.500 0 0 1 17.500 16"),
    LEAF("M4 16C4 8 9 4 17 4c0 8-4 12-10 12M4 17c1-4 4-7 8-9"),
    BELL(
            "M10 3a4.500 4.500 0 0 0-4.500 4.500V11L4 14h12l-1.500-3V7.500A4.500 4.500 0 0 0 10 3ZM8.500 16.500a1.600 1.600 0 0 0 3 0"),
    BOLT("M11 2.5 4.5 11.5h4.5l-1 6 6.5-9H10z"),
    DROP("M10 2.8c3 3.6 5 6 5 8.9a5 5 0 0 1-10 0c0-2.9 2-5.3 5-8.9Z"),
    BOX("M3.5 6.5 10 3l6.5 3.5v7L10 17l-6.5-3.5zM3.5 6.5 10 10l6.5-3.5M10 10v7"),
    BIN("M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11.5h7.4l.8-11.5M8.5 8.5v5.5M11.5 8.5v5.5"),
    BAG("M4 7h12l-1 10H5zM7 7V5.5a3 3 0 0 1 6 0V7"),
    LEFT("M12 5.5 7.5 10 12 14.5"),
    WIDTH("M3 10h14M6 7 3 10l3 3M14 7l3 3-3 3"),
    PEN("M4 16l.8-3.6L13.5 3.700l2.800 2.800L7.600 15.200z"),
    BOOK(
            "M4 4.5A1.500 1.500 0 0 1 5.500 3H16v11.500H5.500A1.500 1.500 0 0 0 4 16zM4 16A1.500 1.500 0 0 0 5.500 17H16v-2.500M7.500 6.500h5"),
    UP("M5.5 12 10 7.5 14.5 12"),
    PLUS("M10 4v12M4 10h12"),
    PIN("M7 3h6M8 3v5.5L5.5 12h9L12 8.5V3M10 12v5.5"),
    HELP("M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15ZM7.9 8a2.1 2.1 0 1 1 3 1.9c-.6.3-.9.8-.9 1.6M10 14v.1");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    public SvgImage image() {
        return new SvgImage(markup("i"));
    }

    public SvgImage small() {
        return new SvgImage(markup("i s"));
    }

    private String markup(String style) {
        return "<svg class=\"%s\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"%s\"/></svg>"
                .formatted(style, path);
    }
}
