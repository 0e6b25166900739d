package dev.headroom.engine;

import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.RequestId;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Remembers what was decided under each request id, so that a repeated command changes nothing
/// (rule A5). Bounded: the oldest are forgotten first, after 24 hours or when there are too many.
final class RequestMemory {
  /// How long a decision is remembered at least, unless [#capacity] newer ones came, in
  /// milliseconds.
  static final long AGE_MILLIS = 24L * 60 * 60 * 1000;

  private static final int NONE = -1;

  private final int capacity;
  private @Nullable Command[] commands = new Command[64];
  private @Nullable Answer[] answers = new Answer[64];
  private long[] times = new long[64];
  private long[] hashes = new long[64];
  private int[] slots = newSlots(128);
  private long oldest;
  private long next;

  /// @param capacity the most decisions to remember; a power of two
  RequestMemory(int capacity) {
    if (Integer.bitCount(capacity) != 1 || capacity < 64) {
      throw new IllegalArgumentException("not a power of two from 64 on: " + capacity);
    }
    this.capacity = capacity;
  }

  /// The command remembered under an id; its answer is [#answer(int)]. [#isKnown(int)] tells
  /// whether there is one.
  int find(RequestId id) {
    long hash = hash(id);
    int mask = slots.length - 1;
    for (int slot = (int) hash & mask; ; slot = (slot + 1) & mask) {
      int entry = slots[slot];
      if (entry == NONE || (hashes[entry] == hash && command(entry).id().equals(id))) {
        return entry;
      }
    }
  }

  static boolean isKnown(int entry) {
    return entry != NONE;
  }

  Command command(int entry) {
    return Objects.requireNonNull(commands[entry]);
  }

  Answer answer(int entry) {
    return Objects.requireNonNull(answers[entry]);
  }

  /// Remembers a decision under an id that is not known.
  void remember(Command command, Answer answer, long now) {
    while (oldest < next && times[index(oldest)] < now - AGE_MILLIS) {
      forgetOldest();
    }
    if (next - oldest == times.length) {
      if (times.length < capacity) {
        grow();
      } else {
        forgetOldest();
      }
    }
    int entry = index(next++);
    commands[entry] = command;
    answers[entry] = answer;
    times[entry] = now;
    hashes[entry] = hash(command.id());
    insert(entry);
  }

  /// Writes every remembered decision, oldest first.
  void write(CanonicalForm form) {
    form.number(next - oldest);
    for (long at = oldest; at < next; at++) {
      int entry = index(at);
      form.number(times[entry]).text(command(entry).toString()).text(answer(entry).toString());
    }
  }

  private int index(long at) {
    return (int) at & (times.length - 1);
  }

  private void insert(int entry) {
    int mask = slots.length - 1;
    int slot = (int) hashes[entry] & mask;
    while (slots[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    slots[slot] = entry;
  }

  /// Linear probing without tombstones: what follows moves up (Knuth, TAOCP 3, 6.4, algorithm R).
  private void forgetOldest() {
    int entry = index(oldest++);
    int mask = slots.length - 1;
    int hole = (int) hashes[entry] & mask;
    while (slots[hole] != entry) {
      hole = (hole + 1) & mask;
    }
    for (int slot = (hole + 1) & mask; slots[slot] != NONE; slot = (slot + 1) & mask) {
      int home = (int) hashes[slots[slot]] & mask;
      if (((slot - home) & mask) >= ((slot - hole) & mask)) {
        slots[hole] = slots[slot];
        hole = slot;
      }
    }
    slots[hole] = NONE;
    commands[entry] = null;
    answers[entry] = null;
  }

  private void grow() {
    int length = times.length * 2;
    Command[] newCommands = new Command[length];
    Answer[] newAnswers = new Answer[length];
    long[] newTimes = new long[length];
    long[] newHashes = new long[length];
    for (long at = oldest; at < next; at++) {
      int from = index(at);
      int to = (int) at & (length - 1);
      newCommands[to] = command(from);
      newAnswers[to] = answer(from);
      newTimes[to] = times[from];
      newHashes[to] = hashes[from];
    }
    commands = newCommands;
    answers = newAnswers;
    times = newTimes;
    hashes = newHashes;
    slots = newSlots(length * 2);
    for (long at = oldest; at < next; at++) {
      insert(index(at));
    }
  }

  /// Sixty-four bits, since ids that count up collide often under `String.hashCode`.
  private static long hash(RequestId id) {
    String value = id.value();
    long hash = value.length();
    for (int at = 0; at < value.length(); at++) {
      hash = (hash ^ value.charAt(at)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static int[] newSlots(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
