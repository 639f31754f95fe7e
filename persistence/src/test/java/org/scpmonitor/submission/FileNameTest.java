package org.scpmonitor.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            datos 2023.xlsx                  | datos 2023.xlsx
            C:\\Users\\ana\\año.csv           | año.csv
            ../../etc/passwd                 | passwd
            residuos_\u202exslx.csv          | residuos_xslx.csv
            \u200fa\u200b\u0000b.csv        | ab.csv
            a<b>:"c?*.csv                    | a_b___c__.csv
            ...                              | file
            folder/                          | file
            .hidden.csv                      | hidden.csv
            """)
    void keepsTheNameAlone(String given, String plain) {
        assertThat(FileName.plain(given)).isEqualTo(plain);
    }

    @Test
    void keepsTheEndingOfALongName() {
        assertThat(FileName.plain("x".repeat(500) + ".csv"))
                .hasSize(FileName.LONGEST)
                .endsWith("x.csv");
    }
}
