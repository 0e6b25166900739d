package dev.headroom.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.sandbox.trace.TraceRow.LlmCall;
import dev.headroom.sandbox.trace.TraceRow.SwfJob;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A trace reader")
final class TraceReaderTest {
  @TempDir private Path folder;
  private Traces traces;
  private final List<TraceRow> rows = new ArrayList<>();
  private final List<SkippedRow> skipped = new ArrayList<>();

  @BeforeEach
  void inFolder() {
    traces = new Traces(folder);
  }

  private long read(TraceFormat format, Path file) throws IOException {
    try (TraceReader reader = new TraceFile(file, format).read(Long.MAX_VALUE, skipped::add)) {
      while (reader.next()) {
        rows.add(reader.row());
      }
      assertThat(reader.skipped()).isEqualTo(skipped.size());
      return reader.rows();
    }
  }

  private static long millis(String instant) {
    return Instant.parse(instant).toEpochMilli();
  }

  @Nested
  @DisplayName("of an LLM trace")
  class OfLlmTrace {
    @Test
    @DisplayName("reads instants to the millisecond and both counts, and passes the heading over")
    void readsRows() throws IOException {
      Path file =
          traces.file(
              "trace.csv",
              Traces.HEADING,
              "2023-11-16 18:15:46.6805900,374,44",
              "",
              "2023-11-16 18:15:50,0, 109 ");

      long count = read(TraceFormat.LLM, file);

      assertThat(count).isEqualTo(2);
      assertThat(skipped).isEmpty();
      assertThat(rows)
          .containsExactly(
              new LlmCall(2, millis("2023-11-16T18:15:46.680Z"), 374, 44),
              new LlmCall(4, millis("2023-11-16T18:15:50Z"), 0, 109));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
        textBlock =
            """
            2024-02-29 00:00:00,               2024-02-29T00:00:00Z
            2024-05-10 00:00:00.009930+00:00,  2024-05-10T00:00:00.009Z
            2024-05-10T01:00:00.5+01:00,       2024-05-10T00:00:00.500Z
            2024-05-10T01:00:00-05:30,         2024-05-10T06:30:00Z
            2024-12-31T23:59:59.999999999Z,    2024-12-31T23:59:59.999Z
            """)
    @DisplayName("understands the ways in which instants are written")
    void understandsInstants(String written, String meant) throws IOException {
      read(TraceFormat.LLM, traces.file("trace.csv", written + ",1,1"));

      assertThat(rows).containsExactly(new LlmCall(1, millis(meant), 1, 1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            2023-11-16 18:15:46,374             | expected 3 fields, found 2
            2023-11-16 18:15:46,374,44,9        | expected 3 fields, found 4
            2023-02-29 18:15:46,374,44          | TIMESTAMP is no instant
            2023-13-01 18:15:46,374,44          | TIMESTAMP is no instant
            2023-11-16 24:15:46,374,44          | TIMESTAMP is no instant
            2023-11-16 18:15:46.,374,44         | TIMESTAMP is no instant
            2023-11-16 18:15:46.1234567890,1,1  | TIMESTAMP is no instant
            yesterday,374,44                    | TIMESTAMP is no instant
            2023-11-16 18:15:46,-5,44           | ContextTokens is no whole number
            2023-11-16 18:15:46,1.5,44          | ContextTokens is no whole number
            2023-11-16 18:15:46,,44             | ContextTokens is no whole number
            2023-11-16 18:15:46,374,many        | GeneratedTokens is no whole number
            2023-11-16 18:15:46,374,100000001   | GeneratedTokens is no whole number between 0 and
            2023-11-16 18:15:46,374,99999999999999999999 | GeneratedTokens is no whole number
            TIMESTAMP,ContextTokens,GeneratedTokens      | TIMESTAMP is no instant
            """)
    @DisplayName("reports a malformed row with its line and reason, and goes on")
    void reportsMalformed(String malformed, String reason) throws IOException {
      Path file = traces.file("trace.csv", Traces.HEADING, malformed, "2023-11-16 18:15:50,1,1");

      long count = read(TraceFormat.LLM, file);

      assertThat(count).isEqualTo(2);
      assertThat(rows).hasSize(1);
      assertThat(skipped)
          .singleElement()
          .satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains(reason);
          });
    }

    @Test
    @DisplayName("copes with a byte order mark, carriage returns, and no end of the last line")
    void copesWithOtherEditors() throws IOException {
      String text = "\uFEFF" + Traces.HEADING + "\r\n2023-11-16 18:15:46,374,44";
      Path file = traces.bytes("trace.csv", text.getBytes(StandardCharsets.UTF_8));

      read(TraceFormat.LLM, file);

      assertThat(rows).containsExactly(new LlmCall(2, millis("2023-11-16T18:15:46Z"), 374, 44));
      assertThat(skipped).isEmpty();
    }

    @Test
    @DisplayName("skips a line without end in bounded memory, and counts lines on behind it")
    void skipsEndlessLine() throws IOException {
      Path file =
          traces.file(
              "trace.csv", Traces.HEADING, "x".repeat(1_000_000), "2023-11-16 18:15:46,374,44");

      read(TraceFormat.LLM, file);

      assertThat(skipped).containsExactly(new SkippedRow(2, "longer than 65536 bytes"));
      assertThat(rows).extracting(TraceRow::line).containsExactly(3L);
    }

    @Test
    @DisplayName("keeps control characters of a broken file out of its messages")
    void keepsMessagesClean() throws IOException {
      read(TraceFormat.LLM, traces.file("trace.csv", "\u001b[2J,1,1"));

      assertThat(skipped)
          .singleElement()
          .extracting(SkippedRow::reason)
          .asString()
          .endsWith("'?[2J'");
    }
  }

  @Nested
  @DisplayName("of an SWF log")
  class OfSwfLog {
    @Test
    @DisplayName("reads what is used of the 18 columns, from the log's start time on")
    void readsRows() throws IOException {
      Path file =
          traces.file(
              "log.swf",
              "; Version: 2.2",
              "; UnixStartTime: 1132444805",
              "     1         0      -1    83      4      -1      -1   -1    1200      -1 -1   5"
                  + "   6   1 -1  1     -1      -1",
              "2\t12\t-1\t0\t1\t-1\t-1\t-1\t-1\t-1\t-1\t-1\t-1\t1\t-1\t1\t-1\t-1");

      long count = read(TraceFormat.SWF, file);

      long start = 1_132_444_805_000L;
      assertThat(count).isEqualTo(2);
      assertThat(rows)
          .containsExactly(
              new SwfJob(3, start, 1, 83_000, 4, OptionalLong.of(1_200_000), 5, 6),
              new SwfJob(4, start + 12_000, 2, 0, 1, OptionalLong.empty(), -1, -1));
    }

    @Test
    @DisplayName("unpacks gzip whatever the file is called")
    void unpacks() throws IOException {
      read(TraceFormat.SWF, traces.packed("log.swf", Traces.job(1, 0, 10, 20)));

      assertThat(rows).hasSize(1);
    }

    @ParameterizedTest(name = "run {0} s, {1} processors, submitted at {2}: {3}")
    @CsvSource(
        delimiter = '|',
        textBlock =
            """
            -1      | 1  | 0  | unknown run time (-1)
            10      | -1 | 0  | unknown number of processors (-1)
            -2      | 1  | 0  | run time is not between -1 and
            10      | 0  | 0  | 0 processors
            10      | 1  | -1 | submit time is not between 0 and
            2592001 | 1  | 0  | longer than the longest lease, 30 days
            """)
    @DisplayName("skips what cannot be replayed, with the line and the reason")
    void skipsUnusable(long run, long processors, long submit, String reason) throws IOException {
      Path file = traces.file("log.swf", "; a comment", Traces.job(1, submit, run, processors, 60));

      long count = read(TraceFormat.SWF, file);

      assertThat(count).isEqualTo(1);
      assertThat(rows).isEmpty();
      assertThat(skipped)
          .singleElement()
          .satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.reason()).contains(reason);
          });
    }

    @Test
    @DisplayName("reports rows with other columns than 18 whole numbers")
    void reportsMalformed() throws IOException {
      String good = Traces.job(1, 0, 10, 20);
      Path file =
          traces.file("log.swf", good, good + " 5", "1 2 3", good.replace(" 10 ", " ten "), good);

      long count = read(TraceFormat.SWF, file);

      assertThat(count).isEqualTo(5);
      assertThat(rows).hasSize(2);
      assertThat(skipped)
          .containsExactly(
              new SkippedRow(2, "expected 18 columns, found 19"),
              new SkippedRow(3, "expected 18 columns, found 3"),
              new SkippedRow(4, "run time (column 4) is no whole number: 'ten'"));
    }
  }
}
