package io.atoll.gateway.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLineTest {

    @Test
    void a_cell_that_a_spreadsheet_would_run_is_text() {
        for (String evil : new String[] {"=1+1", "+1", "-1", "@x", "\t=1", "\r=1"}) {
            assertThat(CsvLine.cell(evil)).startsWith("\"'");
        }
    }

    @Test
    void quotes_commas_and_line_breaks_stay_within_their_cell() {
        assertThat(CsvLine.cell("a\"b,c")).isEqualTo("\"a\"\"b,c\"");
        assertThat(CsvLine.cell("a\r\nb")).isEqualTo("a  b");
        assertThat(CsvLine.cell("plain")).isEqualTo("plain");
        assertThat(CsvLine.cell(null)).isEmpty();
    }
}
