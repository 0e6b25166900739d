package dev.headroom.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.journal.FaultyDisk;
import dev.headroom.journal.Journal;
import dev.headroom.journal.Sizes;
import dev.headroom.journal.Upkeep;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A node on a disk that crashes, tears, fills up and fails, on random histories and schedules.
@DisplayName("On any disk")
@Timeout(120)
final class AnyDiskTest {
  private static final int SEEDS = Integer.getInteger("headroom.seeds", 25);
  private static final int COMMANDS = 200;
  private static final Duration ALWAYS = Duration.ofDays(1_000_000);

  /// Small segments, and a snapshot for each; and nothing kept that two of them cover, or all.
  private static Sizes sizes(long keptBytes) {
    return new Sizes(6_000, 1_500, Duration.ofMillis(1), new Upkeep(20, 6_000, ALWAYS, keptBytes));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  @DisplayName(
      "what was acknowledged is there after every crash, in order, and nothing unasked (D3)")
  void survives(long seed) throws IOException {
    new Run(seed).play();
  }

  /// What became of a command as far as its caller knows.
  private record Said(Instant at, Command command, boolean acknowledged) {}

  /// One history on one disk.
  private static final class Run {
    private final boolean removes;
    private final Sizes sizes;
    private final SplittableRandom random;
    private final FaultyDisk disk;
    private final List<RealHistory.Said> history;
    private final List<Said> said = new ArrayList<>();
    private final List<Event> heard = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private Node node;

    private Run(long seed) throws IOException {
      removes = seed % 2 == 0;
      sizes = sizes(removes ? 0 : Long.MAX_VALUE);
      random = new SplittableRandom(seed);
      disk = new FaultyDisk(random.split());
      history = RealHistory.of(seed, COMMANDS);
      node = open();
    }

    private void play() throws IOException {
      for (RealHistory.Said each : history) {
        befall();
        now = each.at();
        submit(each.command());
      }
      disk.crash();
      node.close();
      node = open();
      check();
      node.close();
    }

    /// What may happen to a disk.
    private void befall() throws IOException {
      switch (random.nextInt(40)) {
        case 0 -> {
          disk.crash();
          node.close();
          node = open();
          check();
        }
        case 1 -> disk.setFull(true);
        case 2 -> disk.setSyncsFail(true);
        case 11 -> disk.setNameSyncsFail(true);
        case 12, 13 -> {
          disk.kill();
          node.close();
          node = openAfterKill();
          check();
        }
        case 3, 4, 5, 6, 7, 8 -> heal();
        case 10 -> disk.setRenamesFail(true);
        case 9 -> {
          heal();
          node.close();
          node = open();
          check();
        }
        default -> {}
      }
    }

    /// What failed fails on; where the folder cannot be opened by that, it can later.
    private Node openAfterKill() throws IOException {
      try {
        return open();
      } catch (IOException failure) {
        makeWell();
        return open();
      }
    }

    private void makeWell() {
      disk.setFull(false);
      disk.setSyncsFail(false);
      disk.setNameSyncsFail(false);
      disk.setRenamesFail(false);
    }

    private void heal() {
      makeWell();
      while (node.readOnlyCause().isPresent()) {
        Thread.onSpinWait();
      }
    }

    private void submit(Command command) {
      try {
        Answer answer = node.submit(command);
        if (!(answer instanceof Refusal.ReadOnly)) {
          said.add(new Said(now, command, true));
        }
        if (answer instanceof Outcome && !(command instanceof Command.AdvanceTime)) {
          assertThat(node.readOnlyCause().isPresent() ? answer : node.submit(command))
              .isEqualTo(answer);
          said.add(new Said(now, command, false));
        }
      } catch (UncertainException uncertain) {
        said.add(new Said(now, command, false));
      }
    }

    private Node open() throws IOException {
      heard.clear();
      Node opened =
          DataFolder.open(
                  disk.mount(),
                  sizes,
                  () -> now,
                  RealHistory.REMEMBERED_REQUESTS,
                  DataFolder.Progress.UNSEEN)
              .node();
      opened.observe(heard::add);
      return opened;
    }

    private void check() throws IOException {
      assertThat(Retold.check(disk.copy().mount()).stateHash()).isEqualTo(node.stateHash());
      if (!removes) {
        checkAll();
      }
    }

    /// What the journal has are the commands that were said, but some that nobody acknowledged.
    private void checkAll() throws IOException {
      Engine engine = new Engine(_ -> {}, RealHistory.REMEMBERED_REQUESTS);
      List<Command> kept = new ArrayList<>();
      Journal.open(
              disk.copy().mount(),
              sizes,
              Journal.Beginning.atFirst(RealHistory.REMEMBERED_REQUESTS),
              (_, at, command) -> {
                engine.apply(at, command);
                kept.add(command);
              },
              _ -> {})
          .journal()
          .close();
      int at = 0;
      for (Said each : said) {
        if (at < kept.size() && kept.get(at).equals(each.command)) {
          at++;
        } else if (!(each.command instanceof Command.AdvanceTime)) {
          assertThat(each.acknowledged).as("lost: %s", each).isFalse();
        }
      }
      assertThat(at).as("kept without being asked").isEqualTo(kept.size());
      assertThat(node.stateHash()).isEqualTo(RealHistory.digest(engine));
      said.clear();
      kept.forEach(command -> said.add(new Said(now, command, true)));
    }
  }
}
