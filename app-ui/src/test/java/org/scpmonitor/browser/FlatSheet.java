package org.scpmonitor.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** One sheet of a flat OpenDocument spreadsheet, whose cells a person fills in. */
final class FlatSheet {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private static final String CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";

    private final Document document;
    private final List<Element> rows = new ArrayList<>();

    private FlatSheet(Document document, String name) {
        this.document = document;
        NodeList tables = document.getElementsByTagNameNS(TABLE, "table");
        for (int i = 0; i < tables.getLength(); i++) {
            Element table = (Element) tables.item(i);
            if (table.getAttributeNS(TABLE, "name").equals(name)) {
                collect(table);
            }
        }
    }

    /** @param name of the sheet */
    static FlatSheet read(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new FlatSheet(factory.newDocumentBuilder().parse(in), name);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** Rows may stand in groups, and one may stand for many like it: those that hold something never do. */
    private void collect(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                if (element.getLocalName().equals("table-row")) {
                    rows.add(element);
                } else if (element.getLocalName().startsWith("table-")) {
                    collect(element);
                }
            }
        }
    }

    int rows() {
        return rows.size();
    }

    /** The row, from 0, with this text in a column, from 0. */
    int rowWith(int column, String text) {
        for (int row = 0; row < rows.size(); row++) {
            if (text(row, column).equals(text)) {
                return row;
            }
        }
        throw new AssertionError("No row has " + text + " in column " + column);
    }

    String text(int row, int column) {
        return cell(row, column).getTextContent().strip();
    }

    /** The number in a cell as it is stored; empty where it holds none. */
    String number(int row, int column) {
        return cell(row, column).getAttributeNS(OFFICE, "value");
    }

    void fill(int row, int column, String text) {
        set(cell(row, column), "string", text);
    }

    void fillNumber(int row, int column, String number) {
        Element cell = cell(row, column);
        set(cell, "float", number);
        cell.setAttributeNS(OFFICE, "office:value", number);
    }

    private void set(Element cell, String type, String shown) {
        while (cell.hasChildNodes()) {
            cell.removeChild(cell.getFirstChild());
        }
        cell.removeAttributeNS(OFFICE, "value");
        cell.setAttributeNS(OFFICE, "office:value-type", type);
        cell.setAttributeNS(CALC, "calcext:value-type", type);
        Element paragraph = document.createElementNS(TEXT, "text:p");
        paragraph.setTextContent(shown);
        cell.appendChild(paragraph);
    }

    /** A cell of its own, also where one stood for several alike. */
    private Element cell(int row, int column) {
        int at = 0;
        for (Node node = rows.get(row).getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element cell) {
                String repeated = cell.getAttributeNS(TABLE, "number-columns-repeated");
                int many = repeated.isEmpty() ? 1 : Integer.parseInt(repeated);
                if (column < at + many) {
                    return split(cell, column - at, many);
                }
                at += many;
            }
        }
        throw new AssertionError("Row " + row + " has no column " + column);
    }

    private static Element split(Element cell, int before, int many) {
        Node row = cell.getParentNode();
        repeat(cell, 1);
        if (before > 0) {
            row.insertBefore(repeat((Element) cell.cloneNode(true), before), cell);
        }
        if (many - before > 1) {
            row.insertBefore(repeat((Element) cell.cloneNode(true), many - before - 1), cell.getNextSibling());
        }
        return cell;
    }

    private static Element repeat(Element cell, int times) {
        if (times == 1) {
            cell.removeAttributeNS(TABLE, "number-columns-repeated");
        } else {
            cell.setAttributeNS(TABLE, "table:number-columns-repeated", Integer.toString(times));
        }
        return cell;
    }

    void write(Path file) throws IOException {
        try {
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (TransformerException e) {
            throw new IOException(e);
        }
    }
}
