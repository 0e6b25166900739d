package dev.headroom.sandbox.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headroom.model.Event;
import dev.headroom.node.Recording;
import dev.headroom.node.Watch;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.WorkloadSource;
import dev.headroom.sandbox.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A copy of an instance")
@Timeout(100)
final class CopiedInstanceTest {
  private static final Duration BEFORE = Duration.ofMinutes(10);
  private static final Duration SPAN = Duration.ofMinutes(3);
  private static final long BYTES_MAX = 100_000_000;
  private static final Percentage ABOUT = Percentage.withPercentage(10);

  private @TempDir Path folder;
  private String hashAtEnd = "";
  private long grantsInSpan;

  /// Lives a scenario for a while, and copies it then.
  private CopiedInstance copied(String scenario) throws IOException {
    return copied(scenario, SPAN);
  }

  private CopiedInstance copied(String scenario, Duration span) throws IOException {
    try (var original = new Sandbox(Scenarios.all(), scenario, 1, 0, System::nanoTime)) {
      original.runFor(BEFORE);
      grantsInSpan = grantsWithin(original, span);
      hashAtEnd = original.node().stateHash();
      Instant end = original.state().now();
      Path file = folder.resolve("copy");
      var order = new Recording.Order("original", end.minus(span), end, end, file, BYTES_MAX);
      assertThat(Recording.make(original.node().past(), order, Watch.NONE))
          .isInstanceOf(Recording.Result.Made.class);
      return CopiedInstance.of(file, "Copy", () -> false, _ -> {}).orElseThrow();
    }
  }

  private static Sandbox playing(WorkloadSource source) {
    return new Sandbox(List.of(source), 1);
  }

  private static long grantsWithin(Sandbox sandbox, Duration span) {
    var grants = new AtomicLong();
    sandbox
        .node()
        .observe(event -> {
          if (event.body() instanceof Event.Granted) {
            grants.incrementAndGet();
          }
        });
    sandbox.runFor(span);
    return grants.get();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calm-day", "priority-storm", "spot-market", "short-rations"})
  @DisplayName("begins in the very state, and goes on under about as much demand, round by round")
  void goesOn(String scenario) throws IOException {
    CopiedInstance copied = copied(scenario);

    try (Sandbox copy = playing(copied)) {
      assertThat(copy.node().stateHash()).isEqualTo(hashAtEnd);
      assertThat(copied.span()).isCloseTo(SPAN, Duration.ofSeconds(1));
      assertThat(grantsWithin(copy, SPAN)).isCloseTo(grantsInSpan, ABOUT);
      assertThat(grantsWithin(copy, SPAN)).isCloseTo(grantsInSpan, ABOUT);
    }
  }

  @Test
  @DisplayName("comes to the same state whenever it is played")
  void isDeterministic() throws IOException {
    CopiedInstance copied = copied("priority-storm");

    try (Sandbox once = playing(copied);
        Sandbox again = playing(copied)) {
      once.runFor(SPAN);
      again.runFor(SPAN);
      assertThat(once.node().stateHash())
          .isEqualTo(again.node().stateHash())
          .isNotEqualTo(hashAtEnd);
    }
  }

  @Test
  @DisplayName("takes its time between rounds, however short the past is")
  void isOfNewInstance() throws IOException {
    CopiedInstance copied = copied("calm-day", Duration.ofSeconds(1));

    assertThat(copied.span()).isEqualTo(Duration.ofSeconds(30));
    try (Sandbox copy = playing(copied)) {
      assertThat(grantsWithin(copy, copied.span())).isCloseTo(grantsInSpan, within(1L));
    }
  }

  @Test
  @DisplayName("is none where reading is cancelled")
  void isCancelled() throws IOException {
    copied("calm-day");
    assertThat(CopiedInstance.of(folder.resolve("copy"), "Copy", () -> true, _ -> {})).isEmpty();
  }
}
