package dev.headroom.client.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Advisor;
import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.model.Event;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Says a random history to two instances, one of them in memory, asks both whatever can be asked,
/// and holds all that they say against each other.
@DisplayName("An instance cannot be told from one in memory")
@Timeout(120)
final class TwinsTest {
  private static final int COMMANDS = 250;
  private static final int ASKED_EVERY = 5;

  @TempDir private Path data;

  @ParameterizedTest(name = "{0}, seed {1}")
  @CsvSource({
    "IN_A_FOLDER, 1",
    "IN_A_FOLDER, 2",
    "BEHIND_A_SERVER, 1",
    "BEHIND_A_SERVER, 2",
    "BEHIND_A_SERVER, 3",
    "BEHIND_A_SERVER, 4"
  })
  @DisplayName("where it lives")
  void isAlike(Where where, long seed) throws InterruptedException {
    var dice = new SplittableRandom(seed);
    try (var memory = new World(Where.IN_MEMORY, data);
        var other = new World(where, data)) {
      var curiosity = new Curiosity(dice, memory.instance());
      for (RealHistory.Said said : history(seed)) {
        memory.at(said.at());
        other.at(said.at());
        Reply<?> expected = Speech.say(said.command(), memory);
        assertThat(Speech.say(said.command(), other))
            .as("seed %d, %s", seed, said)
            .isEqualTo(expected);
        if (dice.nextInt(ASKED_EVERY) == 0) {
          curiosity
              .questions()
              .forEach((name, question) -> holdAgainst(memory, other, name, question, seed));
        }
      }
      assertThat(other.state()).isEqualTo(memory.state());
      assertThat(events(other)).isEqualTo(events(memory));
    }
  }

  /// The history of a seed, without what only the engine's own tests say: that something is based
  /// on a version before the first.
  private static List<RealHistory.Said> history(long seed) {
    return RealHistory.of(seed, COMMANDS).stream()
        .filter(said -> !said.command().toString().contains("basedOn=-"))
        .toList();
  }

  private static void holdAgainst(
      World memory, World other, String name, Function<Instance, Object> question, long seed) {
    assertThat(question.apply(other.instance()))
        .as("seed %d, %s", seed, name)
        .isEqualTo(question.apply(memory.instance()));
  }

  private static List<Event> events(World world) throws InterruptedException {
    BlockingQueue<Event> seen = new LinkedBlockingQueue<>();
    var subscriber =
        new EventSubscriber() {
          @Override
          public void onEvents(List<Event> events) {
            seen.addAll(events);
          }

          @Override
          public void onGap(long oldestKept) {
            throw new AssertionError("events before " + oldestKept + " are gone");
          }
        };
    List<Event> events = new ArrayList<>();
    try (var _ = world.instance().events(0, subscriber)) {
      while (events.size() < world.events()) {
        Event next = seen.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("event %d", events.size() + 1).isNotNull();
        events.add(next);
      }
    }
    return events;
  }

  @Test
  @DisplayName("by any method: each is used here, but those that tests of their own are for")
  void usesAll() {
    Set<String> all =
        Stream.of(Instance.class, Advisor.class)
            .flatMap(place -> Stream.of(place.getDeclaredMethods()))
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    try (var memory = new World(Where.IN_MEMORY, data)) {
      Map<String, Function<Instance, Object>> asked =
          new Curiosity(new SplittableRandom(1), memory.instance()).questions();
      all.removeAll(asked.keySet());
    }
    all.removeAll(Speech.METHODS);
    all.remove("events");
    assertThat(all)
        .containsExactly("advisor", "close", "dismiss", "link", "live", "recall", "watchLink");
  }
}
