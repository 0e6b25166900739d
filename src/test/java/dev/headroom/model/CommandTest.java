package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A command")
final class CommandTest {
  private static final RequestId ID = new RequestId("r");
  private static final List<Change> CHANGES = List.of(new Change.PutSettings(Settings.DEFAULT, 0));

  @Test
  @DisplayName(
      "L9: that changes the configuration changes something, and names its author and reason")
  void changes() {
    assertThat(new Command.ApplyChanges(ID, CHANGES, "ada", "more").changes()).isEqualTo(CHANGES);
    assertThatThrownBy(() -> new Command.ApplyChanges(ID, List.of(), "ada", "more"))
        .hasMessage("a change set has at least one change");
    assertThatThrownBy(() -> new Command.ApplyChanges(ID, CHANGES, " ", "more"))
        .hasMessageContaining("author and reason");
    assertThatThrownBy(() -> new Command.ApplyChanges(ID, CHANGES, "ada", ""))
        .hasMessageContaining("author and reason");
  }

  @ParameterizedTest(name = "{0} and {1} characters: {2}")
  @CsvSource({"256, 1024, true", "257, 1, false", "1, 1025, false"})
  @DisplayName("L9: has an author and reason of bounded length")
  void authorAndReason(int author, int reason, boolean allowed) {
    if (allowed) {
      assertThat(topUp(1, "a".repeat(author), "r".repeat(reason)).amount()).isEqualTo(1);
    } else {
      assertThatThrownBy(() -> topUp(1, "a".repeat(author), "r".repeat(reason)))
          .hasMessage("an author has at most 256 characters, a reason 1024");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Amount.MAX + 1})
  @DisplayName("S6: carries amounts in range")
  void amounts(long amount) {
    AllocationId allocation = new AllocationId(1);
    assertThatThrownBy(() -> topUp(amount, "ada", "more")).hasMessageStartingWith("a top-up");
    assertThatThrownBy(() -> new Command.Resize(ID, allocation, ResourceType.TIME, amount))
        .hasMessageStartingWith("a new size");
  }

  @Test
  @DisplayName("U1: records usage from 0 on")
  void usage() {
    assertThat(UsageRecord.of(new AllocationId(1), ResourceType.TIME, 0).cost()).isEmpty();
    assertThatThrownBy(() -> UsageRecord.of(new AllocationId(1), ResourceType.TIME, -1))
        .hasMessageStartingWith("a consumed amount must be between 0 and");
  }

  @Test
  @DisplayName("A6: that is a batch has requests, no id twice, and not too many")
  void batches() {
    Command.Allocate one = allocate("one", Duration.ZERO);
    Command.Allocate two = allocate("two", Duration.ofMillis(1));
    assertThat(new Command.AllocateBatch(ID, false, List.of(one, two)).requests()).hasSize(2);
    assertThatThrownBy(() -> new Command.AllocateBatch(ID, false, List.of()))
        .hasMessage("a batch has 1 to 1000 requests, not 0");
    assertThatThrownBy(() -> new Command.AllocateBatch(ID, false, List.of(one, one)))
        .hasMessage("a batch names a request id twice: one");
    assertThatThrownBy(() -> new Command.AllocateBatch(one.id(), true, List.of(one)))
        .hasMessage("a batch names a request id twice: one");
    assertThatThrownBy(() -> new Command.AllocateBatch(ID, true, List.of(one, two)))
        .hasMessageContaining("none of its requests has a maximum wait");
    assertThat(new Command.RecordUsageBatch(ID, records(Command.BATCH_MAX)).records())
        .hasSize(1000);
    assertThatThrownBy(() -> new Command.RecordUsageBatch(ID, records(Command.BATCH_MAX + 1)))
        .hasMessage("a batch has 1 to 1000 requests, not 1001");
  }

  private static Command.Allocate allocate(String id, Duration maxWait) {
    AllocationRequest request =
        AllocationRequest.of(ScopePath.ROOT, RequestLine.required(ResourceType.TOKENS, 1));
    return new Command.Allocate(new RequestId(id), request.waiting(maxWait));
  }

  private static List<Command.RecordUsage> records(int count) {
    UsageRecord usage = UsageRecord.of(new AllocationId(1), ResourceType.TOKENS, 1);
    return IntStream.range(0, count)
        .mapToObj(index -> new Command.RecordUsage(new RequestId("u" + index), usage))
        .toList();
  }

  @Test
  @DisplayName("that lets time pass needs no id of its own")
  void time() {
    assertThat(new Command.AdvanceTime().id()).isEqualTo(new RequestId("-"));
  }

  private static Command.TopUp topUp(long amount, String author, String reason) {
    return new Command.TopUp(ID, new PoolId("p"), amount, author, reason);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "PT0S, false",
    "PT-1S, false",
    "PT0.0005S, false",
    "PT0.001S, true",
    "P366D, true",
    "P366DT1S, false",
    "PT2562047788015215H, false"
  })
  @DisplayName("with settings has intervals of a millisecond to 366 days")
  void intervals(Duration interval, boolean allowed) {
    if (allowed) {
      assertThat(new Settings(ZoneOffset.UTC, interval, interval).agingInterval())
          .isEqualTo(interval);
    } else {
      assertThatThrownBy(() -> new Settings(ZoneOffset.UTC, interval, Duration.ofDays(1)))
          .isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> new Settings(ZoneOffset.UTC, Duration.ofDays(1), interval))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"PT0S, true", "PT0.001S, true", "P366D, true", "PT-1S, false", "P367D, false"})
  @DisplayName("with settings delays alerts by nothing or an interval (T2)")
  void delays(Duration delay, boolean allowed) {
    Duration minute = Duration.ofMinutes(1);
    if (allowed) {
      assertThat(new Settings(ZoneOffset.UTC, minute, minute, delay).alertDelay()).isEqualTo(delay);
    } else {
      assertThatThrownBy(() -> new Settings(ZoneOffset.UTC, minute, minute, delay))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @ParameterizedTest(name = "by \"{0}\" with \"{1}\": {2}")
  @CsvSource({"eve, noise, true", "' ', noise, false", "eve, '', false"})
  @DisplayName("to shelve alerts or bring them back names its author and reason (T2)")
  void shelving(String author, String reason, boolean allowed) {
    var what = new Command.Shelvable.Subtree(ScopePath.ROOT);
    if (allowed) {
      assertThat(new Command.UnshelveAlerts(ID, what, author, reason).author()).isEqualTo(author);
    } else {
      assertThatThrownBy(
              () -> new Command.ShelveAlerts(ID, what, ShelfLife.ONE_HOUR, author, reason))
          .isInstanceOf(InvalidValueException.class);
      assertThatThrownBy(() -> new Command.UnshelveAlerts(ID, what, author, reason))
          .isInstanceOf(InvalidValueException.class);
    }
  }

  @Test
  @DisplayName("to acknowledge an alert names its author, and may say nothing else (T2)")
  void acknowledging() {
    AlertRef alert =
        new AlertRef(new ConstraintRef(ScopePath.ROOT, ConstraintRef.Kind.POOL, "p"), 50);
    assertThat(new Command.AcknowledgeAlert(ID, alert, "eve", "").note()).isEmpty();
    assertThatThrownBy(() -> new Command.AcknowledgeAlert(ID, alert, " ", "seen"))
        .isInstanceOf(InvalidValueException.class);
    assertThat(alert).hasToString("50 % of / POOL p");
  }

  @Test
  @DisplayName("with settings means the same zone however that is called")
  void zones() {
    Duration minute = Duration.ofMinutes(1);
    assertThat(new Settings(ZoneId.of("UTC"), minute, Duration.ofMinutes(5)))
        .isEqualTo(Settings.DEFAULT);
    assertThat(new Settings(ZoneId.of("Europe/Berlin"), minute, minute).timeZone())
        .isEqualTo(ZoneId.of("Europe/Berlin"));
  }
}
