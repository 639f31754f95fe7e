package org.scpmonitor.batch.intake;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.CharConversionException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.scpmonitor.submission.FindingCode;

/** One XML part of a workbook as a stream of tags and texts. No document types, no entities of its own. */
final class XmlPart implements Closeable {

    private static final int DEEPEST = 64;
    /** The format knows a few hundred names; the parser remembers every one that it meets. */
    private static final int MOST_NAMES = 2_000;

    private static final int LONGEST_TEXT = 1 << 20;

    private final Counted in;
    private final XMLStreamReader xml;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private int event = XMLStreamConstants.START_DOCUMENT;

    private XmlPart(Counted in, XMLStreamReader xml) {
        this.in = in;
        this.xml = xml;
    }

    /** @throws UnreadableException where the workbook has no such part */
    static XmlPart open(ZipFile zip, @Nullable String name) throws IOException {
        if (name == null || !ZipGuard.isXml(name) || zip.getEntry(name) == null) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        var in = new Counted(zip.getInputStream(zip.getEntry(name)));
        try {
            return new XmlPart(in, factory().createXMLStreamReader(in));
        } catch (XMLStreamException e) {
            in.close();
            throw cause(e);
        }
    }

    /** Counts the bytes that have been unpacked. */
    private static final class Counted extends FilterInputStream {

        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            bytes += Math.max(read, 0);
            return read;
        }
    }

    /** How many of its bytes have been read. */
    long bytes() {
        return in.bytes;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
        return factory;
    }

    /** Goes on to the next tag or text; false at the end of the part. */
    boolean next() throws IOException {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException e) {
            throw cause(e);
        } catch (UncheckedStreamException e) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            rememberNames();
        } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
            names.add(xml.getPITarget());
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        if (depth > DEEPEST || names.size() > MOST_NAMES) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
        return true;
    }

    private void rememberNames() {
        names.add(xml.getLocalName());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add("xmlns:" + xml.getNamespacePrefix(i));
        }
    }

    /** Goes on to the next opening tag of this name; false where there is none. */
    boolean nextStart(String name) throws IOException {
        while (next()) {
            if (isStart(name)) {
                return true;
            }
        }
        return false;
    }

    boolean isStart(String name) {
        return event == XMLStreamConstants.START_ELEMENT && name.equals(xml.getLocalName());
    }

    boolean isEnd(String name) {
        return event == XMLStreamConstants.END_ELEMENT && name.equals(xml.getLocalName());
    }

    /** The attribute of this name in no namespace; null where there is none. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i)) && isEmpty(xml.getAttributeNamespace(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute of this name in any namespace; null where there is none. Its namespace differs by dialect. */
    @Nullable
    String qualifiedAttribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (name.equals(xml.getAttributeLocalName(i)) && !isEmpty(xml.getAttributeNamespace(i))) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The text up to the closing tag of the element just opened. */
    String text() throws IOException {
        int outer = depth - 1;
        String only = "";
        StringBuilder text = null;
        while (next() && depth > outer) {
            if (event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE) {
                String more = content();
                if (only.isEmpty()) {
                    only = more;
                } else {
                    text = text == null ? new StringBuilder(only) : text;
                    text.append(more);
                }
                if (only.length() > LONGEST_TEXT || text != null && text.length() > LONGEST_TEXT) {
                    throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
                }
            }
        }
        return text == null ? only : text.toString();
    }

    private String content() throws IOException {
        try {
            return xml.getText();
        } catch (UncheckedStreamException e) {
            throw new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
        }
    }

    /** The disk's failure where that lies below, and else the file's. */
    private static IOException cause(XMLStreamException e) {
        boolean disk = e.getNestedException() instanceof IOException
                && !(e.getNestedException() instanceof ZipException)
                && !(e.getNestedException() instanceof EOFException)
                && !(e.getNestedException() instanceof CharConversionException);
        return disk ? (IOException) e.getNestedException() : new UnreadableException(FindingCode.DAMAGED_WORKBOOK);
    }

    private static boolean isEmpty(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
