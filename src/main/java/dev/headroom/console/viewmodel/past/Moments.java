package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All moments of a span, the earliest first. Pure.
///
/// @param all in the order in which they were
public record Moments(List<Moment> all) {
  /// None.
  public static final Moments NONE = new Moments(List.of());

  /// Copies what it is given.
  public Moments {
    all = List.copyOf(all);
  }

  /// Those of some kinds.
  ///
  /// @param kind of which; all where it is empty
  public Moments of(Optional<Moment.Kind> kind) {
    return kind.map(
            wanted -> new Moments(all.stream().filter(moment -> moment.kind() == wanted).toList()))
        .orElse(this);
  }

  /// When the next one after an instant was.
  public Optional<Instant> next(Instant after) {
    int at = firstAfter(after);
    return at < all.size() ? Optional.of(all.get(at).at()) : Optional.empty();
  }

  /// When the last one before an instant was.
  public Optional<Instant> previous(Instant before) {
    int at = firstAfter(before.minusNanos(1));
    return at > 0 ? Optional.of(all.get(at - 1).at()) : Optional.empty();
  }

  /// Those of exactly an instant.
  public List<Moment> at(Instant instant) {
    return all.subList(firstAfter(instant.minusNanos(1)), firstAfter(instant));
  }

  /// How many there are of a kind.
  public int count(Moment.Kind kind) {
    return (int) all.stream().filter(moment -> moment.kind() == kind).count();
  }

  /// Where the first one after an instant is. O(log n).
  private int firstAfter(Instant instant) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).at().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /// As many as have room along a line from one instant to another: what would be drawn over one
  /// another is one mark.
  ///
  /// @param places how many signs have room side by side; at least 1
  /// @return from left to right; alerts apart from the others
  public List<MomentMark> marks(Instant since, Instant until, int places) {
    long whole = Math.max(1, millis(since, until));
    long width = whole / places;
    List<MomentMark> marks = new ArrayList<>();
    for (boolean alerts : new boolean[] {true, false}) {
      List<Moment> near = new ArrayList<>();
      for (Moment moment : all) {
        if ((moment.kind() == Moment.Kind.ALERT) == alerts) {
          if (!near.isEmpty() && millis(near.getFirst().at(), moment.at()) > width) {
            marks.add(mark(near, since, whole));
            near = new ArrayList<>();
          }
          near.add(moment);
        }
      }
      if (!near.isEmpty()) {
        marks.add(mark(near, since, whole));
      }
    }
    return List.copyOf(marks);
  }

  private static long millis(Instant from, Instant to) {
    return Duration.between(from, to).toMillis();
  }

  /// The sign is that of the gravest, and of the latest kind in [Moment.Kind] among equals: that
  /// somebody changed something explains the rest.
  private static MomentMark mark(List<Moment> near, Instant since, long whole) {
    Moment first = near.getFirst();
    Level gravest = first.level();
    Moment.Kind kind = first.kind();
    for (Moment moment : near) {
      gravest = moment.level().compareTo(gravest) > 0 ? moment.level() : gravest;
      kind = moment.kind().compareTo(kind) > 0 ? moment.kind() : kind;
    }
    double part = (double) millis(since, first.at()) / whole;
    return new MomentMark(Math.clamp(part, 0, 1), kind, gravest, new Moments(near));
  }
}
