package dev.headroom.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A timed queue")
final class TimedQueueTest {
  private record Entry(long at, int number) {}

  @Test
  @DisplayName("gives out by instant, and at one instant in the order of arrival")
  void keepsOrder() {
    var dice = new Dice(5);
    var queue = new TimedQueue<Entry>();
    List<Entry> entries = new ArrayList<>();
    for (int number = 0; number < 1000; number++) {
      var entry = new Entry(dice.between(0, 99), number);
      entries.add(entry);
      queue.add(entry.at(), entry);
    }

    List<Entry> taken = new ArrayList<>();
    while (queue.size() > 0) {
      long earliest = queue.earliest();
      taken.add(queue.take());
      assertThat(taken.getLast().at()).isEqualTo(earliest);
    }

    assertThat(taken)
        .isEqualTo(
            entries.stream()
                .sorted(Comparator.comparingLong(Entry::at).thenComparingInt(Entry::number))
                .toList());
  }

  @Test
  @DisplayName("has nothing to give while it is empty")
  void canBeEmpty() {
    var queue = new TimedQueue<Entry>();

    assertThat(queue.earliest()).isEqualTo(Workload.NEVER);
    assertThatIllegalStateException().isThrownBy(queue::take);
  }
}
