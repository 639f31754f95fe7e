package org.scpmonitor.submission;

import java.util.regex.Pattern;

/** Names of files as people send them: whatever might lead elsewhere, or look like another name, is taken out. */
public final class FileName {

    /** The most characters that are kept. */
    public static final int LONGEST = 200;

    /** What a workbook's name gets before its ending where findings are marked in it: {@code clima_scp.xlsx}. */
    public static final String MARKED = "_scp";

    /** What stands for a name of which nothing is left. */
    static final String NAMELESS = "file";

    /** Control characters, and invisible ones such as marks that turn the direction of writing. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Co}\\p{Cs}]");

    private static final Pattern RESERVED = Pattern.compile("[<>:\"|?*]");

    private FileName() {}

    /**
     * The name alone: without folders, invisible characters and those that systems reserve, and no longer than
     * {@value #LONGEST} characters, of which the ending is kept.
     */
    public static String plain(String given) {
        String seen = UNSEEN.matcher(given).replaceAll("");
        String name = seen.substring(Math.max(seen.lastIndexOf('/'), seen.lastIndexOf('\\')) + 1);
        String safe = RESERVED.matcher(name).replaceAll("_").strip();
        String undotted = safe.replaceAll("^[.\\s]+|[.\\s]+$", "");
        if (undotted.isEmpty()) {
            return NAMELESS;
        }
        return undotted.length() > LONGEST ? shortened(undotted) : undotted;
    }

    private static String shortened(String name) {
        int from = name.length() - LONGEST;
        return name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }
}
