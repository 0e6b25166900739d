package dev.headroom.sandbox.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.Denial;
import dev.headroom.model.ResourceType;
import java.util.Map;

/// What came of a replayed trace. No row is lost: `granted + partial + denied + skipped = rows`.
/// Its components, in their order, are what the JSON form consists of; what contention did is in it
/// only where it was asked for.
///
/// @param rows how many rows the file has
/// @param skipped how many of them were malformed or cannot be replayed
/// @param granted how many got all they asked for, at once or after a wait
/// @param partial how many got part of it
/// @param queued how many had to wait; each of them was granted or denied in the end
/// @param denied how many got nothing, by the gravest reason of their lines
/// @param expired how many allocations ended by their lease
/// @param waitSeconds how long those that had to wait waited, for their grant or denial
/// @param types per type, what came of it at `/`
/// @param alerts how often a threshold was crossed upward
/// @param seconds how long the replay took, reading the file included and a warm-up not, in seconds
///   of real time
/// @param commands how many commands the engine was given
/// @param commandsPerSecond `commands / seconds`
/// @param stateHash hash of the engine's final state; equal for equal input
/// @param contention what contention did
public record ReplayReport(
    long rows,
    long skipped,
    long granted,
    long partial,
    long queued,
    Map<Denial.Reason, Long> denied,
    long expired,
    WaitSeconds waitSeconds,
    Map<ResourceType, TypeUse> types,
    long alerts,
    double seconds,
    long commands,
    long commandsPerSecond,
    String stateHash,
    Contention contention) {

  /// Waits in seconds, percentiles by nearest rank; all 0 where nobody waited.
  public record WaitSeconds(double p50, double p95, double p99, double max) {}

  /// What contention did.
  ///
  /// @param preemptions what was revoked
  /// @param utilisation by pool, the mean over time, from the first row to the last event, of what
  ///   those whom it serves have reserved ÷ its capacity; of a pool that borrows it can be above 1
  /// @param passedSeconds for how long, beyond the starvation interval, someone had waited at most
  ///   who was passed by one who came later (Q5); 0 where nobody was
  public record Contention(
      Preemptions preemptions, Map<String, Double> utilisation, double passedSeconds) {}

  /// Rows that were revoked for the sake of others.
  ///
  /// @param count how often that happened
  /// @param requeued how often the row waited again, to begin anew; it counts as granted, partial
  ///   or denied by what came of it in the end. The others were lost, and count as granted
  /// @param lostSeconds how long they had run in all, in vain
  public record Preemptions(long count, long requeued, double lostSeconds) {}

  /// One type at `/`, in the type's unit.
  ///
  /// @param consumed what was consumed in all; 0 for held types
  /// @param peakReserved the most that was reserved at once
  public record TypeUse(long consumed, long peakReserved) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  /// How many rows were denied, for whatever reason.
  public long deniedInAll() {
    long sum = 0;
    for (long count : denied.values()) {
      sum += count;
    }
    return sum;
  }

  /// The report as one JSON object on one line.
  ///
  /// @param contention whether to add what contention did
  public String json(boolean contention) {
    ObjectNode object = JSON.valueToTree(this);
    if (!contention) {
      object.remove("contention");
    }
    try {
      return JSON.writeValueAsString(object);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report always has a JSON form", impossible);
    }
  }

  /// The report for people, several lines.
  public String text() {
    return ReplayText.of(this);
  }
}
