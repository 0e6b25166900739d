package dev.headroom.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A trace file")
final class TraceFileTest {
  @TempDir private Path folder;
  private Traces traces;

  @BeforeEach
  void inFolder() {
    traces = new Traces(folder);
  }

  private static void assertRefused(
      Path file, Optional<TraceFormat> said, TraceException.Kind kind, String message) {
    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(() -> TraceFile.inspect(file, said))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(kind))
        .withMessageContaining(file.toString())
        .withMessageContaining(message)
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("\n"));
  }

  @Test
  @DisplayName("is known by its content, not by its name")
  void isKnownByContent() throws TraceException {
    Path llm = traces.file("a.swf", "2023-11-16 18:15:46,374,44");
    Path headed = traces.file("b.swf", Traces.HEADING, "rubbish");
    Path swf = traces.packed("c.csv", "; a comment", "", Traces.job(1, 0, 10, 20));

    assertThat(TraceFile.inspect(llm, Optional.empty()).format()).isEqualTo(TraceFormat.LLM);
    assertThat(TraceFile.inspect(headed, Optional.empty()).format()).isEqualTo(TraceFormat.LLM);
    assertThat(TraceFile.inspect(swf, Optional.empty()).format()).isEqualTo(TraceFormat.SWF);
  }

  @Test
  @DisplayName("is known though its first rows are malformed")
  void isKnownBehindMalformedRows() throws TraceException {
    Path file = traces.file("a.csv", "oops", "2023-11-16 18:15:46,374,44");

    assertThat(TraceFile.inspect(file, Optional.of(TraceFormat.LLM)).format())
        .isEqualTo(TraceFormat.LLM);
  }

  @Test
  @DisplayName("is refused where it is missing or a folder")
  void isRefusedWhereMissing() {
    assertRefused(
        folder.resolve("none.csv"),
        Optional.empty(),
        TraceException.Kind.MISSING,
        "does not exist");
    assertRefused(folder, Optional.empty(), TraceException.Kind.UNREADABLE, "is a directory");
  }

  @Test
  @DisplayName("is refused where it has no rows")
  void isRefusedWhereEmpty() {
    assertRefused(
        traces.bytes("empty", new byte[0]),
        Optional.empty(),
        TraceException.Kind.EMPTY,
        "has no rows");
    assertRefused(
        traces.file("heading.csv", Traces.HEADING),
        Optional.empty(),
        TraceException.Kind.EMPTY,
        "has no rows");
    assertRefused(
        traces.file("comments.swf", "; Version: 2.2", ""),
        Optional.of(TraceFormat.SWF),
        TraceException.Kind.EMPTY,
        "has no rows");
  }

  @Test
  @DisplayName("is refused where it is something else")
  void isRefusedWhereOfAnotherKind() {
    assertRefused(
        traces.file("letter.txt", "Dear all,", "thank you."),
        Optional.empty(),
        TraceException.Kind.WRONG_KIND,
        "is neither an LLM trace");
    assertRefused(
        traces.bytes("noise.bin", new byte[100_000]),
        Optional.of(TraceFormat.SWF),
        TraceException.Kind.WRONG_KIND,
        "is not an SWF log");
    assertRefused(
        traces.file("log.swf", Traces.job(1, 0, 10, 20)),
        Optional.of(TraceFormat.LLM),
        TraceException.Kind.WRONG_KIND,
        "is an SWF log (18 whole numbers a line), not an LLM trace");
  }

  @Test
  @DisplayName("is refused where it is packed and broken off")
  void isRefusedWhereBroken() throws Exception {
    String[] jobs = new String[2000];
    for (int number = 0; number < jobs.length; number++) {
      jobs[number] = Traces.job(number, number, number * 7919 % 1000, 2000);
    }
    byte[] packed = java.nio.file.Files.readAllBytes(traces.packed("whole.gz", jobs));
    Path broken = traces.bytes("broken.gz", Arrays.copyOf(packed, packed.length / 2));

    assertThatExceptionOfType(TraceException.class)
        .isThrownBy(() -> TraceReplay.run(broken, Replays.options(), _ -> {}))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(TraceException.Kind.UNREADABLE))
        .withMessageContaining("cannot be read: Unexpected end of ZLIB input stream");
  }
}
