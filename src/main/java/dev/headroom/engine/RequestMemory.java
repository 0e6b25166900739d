package dev.headroom.engine;

import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestId;
import dev.headroom.wire.ByteReader;
import java.util.Optional;

/// Remembers what was decided under each request id, so that a repeated command changes nothing
/// (rule A5). Bounded by count and age: decisions are remembered in two generations; when the
/// younger is full, or its first decision is 24 hours old, the older is forgotten and they change
/// places. So a decision is remembered for at least 24 hours, unless half the capacity was decided
/// since; a batch counts as much as its answers.
final class RequestMemory {
  /// How long a generation takes new decisions, in milliseconds.
  static final long AGE_MILLIS = 24L * 60 * 60 * 1000;

  private static final int CAPACITY_MIN = 64;
  private static final int CAPACITY_MAX = 1 << 28;

  private final int generationMax;
  private final IdFilter filter;
  private Generation younger;
  private Generation older;

  /// Which half of the filter the younger generation has.
  private int half;

  /// @param capacity the most decisions to remember; a power of two from 64 on
  RequestMemory(int capacity) {
    if (Integer.bitCount(capacity) != 1 || capacity < CAPACITY_MIN) {
      throw new IllegalArgumentException("not a power of two from 64 on: " + capacity);
    }
    this.generationMax = capacity / 2;
    this.filter = new IdFilter(generationMax);
    this.younger = new Generation();
    this.older = new Generation();
  }

  RequestMemory(RequestMemory other) {
    this.generationMax = other.generationMax;
    this.filter = new IdFilter(other.filter);
    this.younger = new Generation(other.younger);
    this.older = new Generation(other.older);
    this.half = other.half;
  }

  /// Whether a decision is remembered under an id.
  ///
  /// @param hash that of the id
  boolean knows(long hash, RequestId id) {
    return filter.mayKnow(hash) && (younger.find(hash, id) >= 0 || older.find(hash, id) >= 0);
  }

  /// The outcome remembered under an id, if it was that of a command with the same content.
  ///
  /// @param hash that of the command's id
  Optional<Outcome> outcomeOf(long hash, Command command) {
    Generation generation = younger.find(hash, command.id()) >= 0 ? younger : older;
    int entry = generation.find(hash, command.id());
    return generation.content(entry) == Fingerprint.of(command)
        ? Optional.of(generation.outcome(entry))
        : Optional.empty();
  }

  /// Remembers a decision under an id that is not known.
  ///
  /// @param hash that of the command's id
  void remember(long hash, Command command, Outcome outcome, long now) {
    int weight = weight(outcome);
    boolean full = younger.weight() > 0 && younger.weight() + weight > generationMax;
    if (full || now - younger.startedAt() >= AGE_MILLIS) {
      Generation forgotten = older;
      older = younger;
      younger = forgotten;
      younger.clear(now);
      half = 1 - half;
      filter.clear(half);
    }
    filter.add(hash, half);
    younger.add(hash, Fingerprint.of(command), command.id(), outcome, weight);
  }

  private static int weight(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Batched(var answers) -> answers.size();
      case Outcome.BatchDenied(var failing) -> failing.size();
      case Outcome.Restored(var allocations) -> Math.max(1, allocations.size());
      case Outcome.NotRestored(var lacking) -> lacking.size();
      default -> 1;
    };
  }

  /// Writes every remembered decision, oldest first.
  void write(CanonicalForm form) {
    older.write(form);
    younger.write(form);
  }

  /// How many decisions it remembers at most.
  int capacity() {
    return 2 * generationMax;
  }

  /// Reads the capacity of a memory, which may be wrong.
  static int capacity(ByteReader from) {
    int capacity = from.upTo(CAPACITY_MAX);
    if (Integer.bitCount(capacity) != 1 || capacity < CAPACITY_MIN) {
      throw from.malformed("no memory remembers " + capacity);
    }
    return capacity;
  }

  /// Writes the same as bytes.
  void write(StateOutput out) {
    older.write(out);
    younger.write(out);
  }

  /// Reads what was written into a memory that remembers nothing yet.
  void read(StateInput in) {
    older.read(in, hash -> filter.add(hash, 1 - half));
    younger.read(in, hash -> filter.add(hash, half));
  }

  /// Sixty-four bits, since ids that count up collide often under `String.hashCode`.
  static long hash(RequestId id) {
    return Fingerprint.mix(0, id.value());
  }
}
