package org.scpmonitor.ui.procurement;

import com.vaadin.flow.component.html.Span;
import org.scpmonitor.entry.Product;
import org.scpmonitor.ui.component.SvgImage;

/** A product's drawing in a small frame; it says nothing by itself. */
class ProductIcon extends Span {
    ProductIcon(Product.Icon icon) {
        addClassName("pic");
        add(new SvgImage("<svg class=\"i\" viewBox=\"0 0 20 20\" aria-hidden=\"true\"><path d=\"%s\"/></svg>"
                .formatted(path(icon))));
    }

    private static String path(Product.Icon icon) {
        return switch (icon) {
            case PAPER -> "M5 2.500h7L15 5.500v12H5zM7.500 8h5M7.500 11h5M7.500 14h3";
            case ROAD -> "M7 3 3 17M13 3l4 14M10 4v2.500M10 9v2.500M10 14v2.500";
            case CLEANING -> "M8 8h5v9H8zM8.500 8V5h4M12.500 3.500v3M15 3.500v.1M16.500 5v.1M15 6.500v.1";
            case VEHICLE ->
                "M2.500 5h9v9h-9zM11.500 8h3.500l2.500 3v3h-6M5.500 16a1.500 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3ZM14 16a1.500"
                        + " 1.500 0 1 0 0-3 1.500 1.500 0 0 0 0 3Z";
            case LIGHTING ->
                "M7.500 14.500h5M8 17h4M7.500 14.500c0-2-2.500-3-2.500-6a5 5 0 0 1 10 0c0 3-2.500 4-2.500 6";
            case BUILDING -> "M4 17V4h8v13M12 8h4v9M2.500 17h15M6.500 7h3M6.500 10h3M6.500 13h3";
            case COMPUTER -> "M3 4h14v9H3zM8 16.500h4M10 13v3.500";
            case FOOD -> "M6 3v6M4 3v4a2 2 0 0 0 4 0V3M6 9v8M14 3c-2 1-2.500 4-2 7h2zM14 10v7";
            case TEXTILE -> "M7 3 3 6l2 3 1.500-1V17h7V8L15 9l2-3-4-3c-1 2-5 2-6 0z";
            case FURNITURE -> "M5 3v8h10V3M5 11v6M15 11v6M5 7h10";
            case OTHER -> "M3.500 6.500 10 3l6.500 3.500v7L10 17l-6.500-3.500zM3.500 6.500 10 10l6.500-3.500M10 10v7";
        };
    }
}
