package dev.headroom.model.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.history.report.Reporter;
import dev.headroom.history.rollup.Retention;
import dev.headroom.history.rollup.Rollups;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A report as comma-separated values")
final class ReportCsvTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

  private static String csv(String category) {
    ScopePath path = ScopePath.of("/user:ada");
    AllocationId id = new AllocationId(1);
    List<GrantedLine> lines = List.of(new GrantedLine(ResourceType.TOKENS, 10, 10));
    try (Rollups rollups = Rollups.inMemory(Retention.DEFAULT)) {
      rollups.add(
          List.of(
              new Event(1, AT, new Event.Granted(path, id, lines, AT.plusSeconds(60), 0)),
              new Event(
                  2,
                  AT,
                  new Event.Used(path, id, ResourceType.TOKENS, 10, 0, new Money(7), category))));
      UsageQuery query = UsageQuery.of(path, AT, AT.plusSeconds(60));
      return ReportCsv.of(Reporter.report(rollups, query, AT.plusSeconds(1)));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      textBlock =
          """
          large               | large
          =1+1                | '=1+1
          +1                  | '+1
          -2+3                | '-2+3
          @SUM(A1)            | '@SUM(A1)
          =HYPERLINK("x","y") | "'=HYPERLINK(""x"",""y"")"
          a,b                 | "a,b"
          a=b                 | a=b
          """)
  @DisplayName(
      "has names that a spreadsheet would take for formulas with an apostrophe before them")
  void escapesFormulas(String category, String cell) {
    assertThat(csv(category)).contains("category," + cell + ",usage,0.000007");
  }

  @ParameterizedTest(name = "sign {0}")
  @CsvSource({"9", "13"})
  @DisplayName("does so too where one begins with a tab or a carriage return")
  void escapesSigns(int sign) {
    assertThat(csv((char) sign + "=1+1")).contains("'" + (char) sign + "=1+1");
  }
}
