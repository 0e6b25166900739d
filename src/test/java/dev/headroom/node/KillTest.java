package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.journal.FolderDisk;
import dev.headroom.journal.Journal;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Some are killed while they start, which is when the journal is read, what was torn is cut off
/// and a snapshot is taken; the others once they have answered so often, at whatever they are doing
/// then: writing, closing a segment, taking a snapshot, removing what it covers.
///
/// `-Dheadroom.kills` says how often, for example `mvn test -Dtest=KillTest -Dheadroom.kills=200`.
@DisplayName("A process that is killed under load")
@Timeout(900)
final class KillTest {
  private static final int KILLS = Integer.getInteger("headroom.kills", 20);
  private static final int CALLERS = 8;
  private static final int ACKNOWLEDGED_MAX = 400;
  private static final int RETRIES = 50;

  /// One in so many is killed while it starts.
  private static final int EARLY = 3;

  /// Small segments, and a snapshot for every few, taken while commands come.
  private static final int SEGMENT = 4_000;

  private static final int SNAPSHOT_COMMANDS = 60;
  private static final Duration ALWAYS = Duration.ofDays(1_000_000);

  /// Stands at the end of a line, so that half a line is none.
  private static final String END = ".";

  @TempDir private Path folder;

  /// How long it took from a start to the first answer, the last time.
  private long startNanos = TimeUnit.SECONDS.toNanos(1);

  /// Allocates from several threads, for ever, and says each outcome that it was given.
  static final class Victim {
    private Victim() {}

    public static void main(String[] arguments) throws IOException {
      Node node = open(Path.of(arguments[0]), Long.parseLong(arguments[2]));
      for (int caller = 0; caller < CALLERS; caller++) {
        String prefix = arguments[1] + "-" + caller + "-";
        Thread.ofPlatform().start(() -> allocate(node, prefix));
      }
    }

    private static void allocate(Node node, String prefix) {
      for (int number = 0; ; number++) {
        String id = prefix + number;
        String name = nameIn(node.submit(command(id)));
        synchronized (System.out) {
          System.out.println(id + " " + name + END);
          System.out.flush();
        }
      }
    }
  }

  private static Node open(Path folder, long keptBytes) throws IOException {
    Upkeep upkeep = new Upkeep(SNAPSHOT_COMMANDS, SEGMENT, ALWAYS, keptBytes);
    return DataFolder.open(
            FolderDisk.take(folder),
            new Sizes(SEGMENT, SEGMENT / 2, Duration.ofMillis(1), upkeep),
            InstantSource.system(),
            Engine.REMEMBERED_REQUESTS_DEFAULT,
            DataFolder.Progress.UNSEEN)
        .node();
  }

  private static Command command(String id) {
    return new Command.Allocate(
        new RequestId(id),
        AllocationRequest.of(
            ScopePath.of("/user:u" + Math.floorMod(id.hashCode(), 7)),
            RequestLine.required(ResourceType.TOKENS, 1)));
  }

  private static String nameIn(Answer answer) {
    return answer instanceof Outcome.Granted(AllocationId name, var _, var _)
        ? name.toString()
        : answer.toString();
  }

  @Test
  @DisplayName("has kept every outcome that it gave, says each again, and does none twice (D3, A5)")
  void keepsWhatItSaid() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    Map<String, String> acknowledged = new HashMap<>();
    for (int kill = 0; kill < KILLS / 2; kill++) {
      acknowledged.putAll(runAndKill(kill, random, Long.MAX_VALUE));
      assertThat(kept()).as("kill %d", kill).containsAllEntriesOf(acknowledged);
      sayAgain(acknowledged, Long.MAX_VALUE);
    }
    assertThat(files(".state")).hasSizeGreaterThan(KILLS / 10);
  }

  @Test
  @DisplayName("has lost none of them either where what two snapshots cover is removed at once")
  void keepsWhatItSaidWhileRemoving() throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(2);
    Map<String, String> acknowledged = new HashMap<>();
    for (int kill = 0; kill < KILLS - KILLS / 2; kill++) {
      acknowledged.putAll(runAndKill(kill, random, 0));
      sayAgain(acknowledged, 0);
    }
    assertThat(files(".log")).doesNotContain("journal-00000001.log");
    try (FolderDisk disk = FolderDisk.look(folder)) {
      assertThat(Retold.check(disk).contents().first()).isGreaterThan(1);
    }
  }

  private List<String> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .toList();
    }
  }

  /// @param random decides when
  /// @param keptBytes how much of what snapshots cover is kept
  /// @return what it said, by request id
  private Map<String, String> runAndKill(int kill, SplittableRandom random, long keptBytes)
      throws IOException, InterruptedException {
    Process victim = start(kill, keptBytes);
    try {
      return kill % EARLY == EARLY - 1
          ? killAtStart(victim, random.nextLong(startNanos))
          : killAfter(victim, 1 + random.nextInt(ACKNOWLEDGED_MAX));
    } finally {
      victim.destroyForcibly().waitFor();
    }
  }

  private static Map<String, String> killAtStart(Process victim, long nanos)
      throws IOException, InterruptedException {
    if (victim.waitFor(nanos, TimeUnit.NANOSECONDS)) {
      throw new AssertionError("it ended by itself with " + victim.exitValue());
    }
    victim.toHandle().destroyForcibly();
    Map<String, String> said = new HashMap<>();
    try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(line -> hear(line, said));
    }
    return said;
  }

  private Map<String, String> killAfter(Process victim, int outcomes) throws IOException {
    long started = System.nanoTime();
    Map<String, String> said = new HashMap<>();
    try (BufferedReader lines = victim.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        startNanos = said.isEmpty() ? System.nanoTime() - started : startNanos;
        hear(line, said);
        if (said.size() == outcomes) {
          victim.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(said).hasSizeGreaterThanOrEqualTo(outcomes);
    return said;
  }

  private static void hear(String line, Map<String, String> said) {
    if (line.endsWith(END)) {
      int space = line.indexOf(' ');
      said.put(line.substring(0, space), line.substring(space + 1, line.length() - 1));
    }
  }

  private Process start(int kill, long keptBytes) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                folder.toString(),
                "k" + kill,
                Long.toString(keptBytes)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /// What the journal comes to: the names of all allocations, by request id.
  private Map<String, String> kept() throws IOException {
    Map<String, String> names = new HashMap<>();
    Engine engine = new Engine(_ -> {}, Engine.REMEMBERED_REQUESTS_DEFAULT);
    try (FolderDisk disk = FolderDisk.look(folder)) {
      Journal.read(
          disk,
          0,
          (_, at, command) -> {
            String name = nameIn(engine.apply(at, command));
            assertThat(names.putIfAbsent(command.id().value(), name)).isIn(null, name);
          });
    }
    assertThat(engine.inspector().allocationCount()).isEqualTo(names.size());
    return names;
  }

  private void sayAgain(Map<String, String> said, long keptBytes) throws IOException {
    try (Node node = open(folder, keptBytes)) {
      int before = node.inspect((engine, _) -> engine.allocationCount());
      said.entrySet().stream()
          .limit(RETRIES)
          .forEach(each ->
              assertThat(nameIn(node.submit(command(each.getKey()))))
                  .as(each.getKey())
                  .isEqualTo(each.getValue()));
      int after = node.inspect((engine, _) -> engine.allocationCount());
      assertThat(after).isEqualTo(before);
    }
  }
}
