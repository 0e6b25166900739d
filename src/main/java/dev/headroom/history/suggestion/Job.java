package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.ResourceType;
import java.util.List;
import java.util.Optional;

/// One request of a span, what became of it, and what its caller did with what it got.
///
/// @param order its place among all that was asked
/// @param at when it was asked, in epoch milliseconds; the span's beginning for those before
/// @param standing its name, where it was there at the span's beginning, live or waiting
/// @param request what was asked
/// @param granted how much of each type it got; empty where it got nothing
/// @param grantedAt when, in epoch milliseconds
/// @param denials why it was denied; empty where it was not
/// @param queuedAt at which constraint it began to wait; empty where it did not
/// @param ended how it ended; empty where it has not
/// @param endedAfter how long after the grant that was, in milliseconds
/// @param deeds what was done with it, in order
public record Job(
    long order,
    long at,
    Optional<AllocationId> standing,
    AllocationRequest request,
    List<Part> granted,
    long grantedAt,
    List<Denial> denials,
    Optional<ConstraintRef> queuedAt,
    Optional<EndCause> ended,
    long endedAfter,
    List<Deed> deeds) {
  /// How much it got of one type.
  public record Part(ResourceType type, long amount) {}

  /// Whether it was live already when the span began.
  public boolean isLiveFromBefore() {
    return standing.isPresent() && !granted.isEmpty() && grantedAt <= at;
  }

  /// Whether it got something.
  public boolean isGranted() {
    return !granted.isEmpty();
  }

  /// Whether it got nothing, and does not wait any more.
  public boolean isDenied() {
    return !denials.isEmpty();
  }

  /// How much it got of a type.
  public long granted(ResourceType type) {
    return granted.stream().filter(part -> part.type() == type).mapToLong(Part::amount).sum();
  }

  /// How much it asked for of a type.
  public long asked(ResourceType type) {
    return request.lines().stream()
        .filter(line -> line.type() == type)
        .mapToLong(line -> line.amount())
        .sum();
  }

  /// What was used of it, in order.
  public List<Deed.Use> uses() {
    return deeds.stream()
        .<Deed.Use>mapMulti((deed, each) -> {
          if (deed instanceof Deed.Use use) {
            each.accept(use);
          }
        })
        .toList();
  }

  /// How much was used of a type.
  public long used(ResourceType type) {
    return uses().stream().filter(use -> use.type() == type).mapToLong(Deed.Use::amount).sum();
  }

  /// How long after the grant it was used last, in milliseconds; 0 where it never was.
  public long lastUseAfter() {
    return uses().stream().mapToLong(Deed.Use::after).max().orElse(0);
  }

  /// Who asked: where, and what for.
  public Crew crew() {
    return Crew.of(request);
  }

  /// The same with other deeds.
  public Job withDeeds(List<Deed> others) {
    return withGrant(granted, others);
  }

  /// The same, granted something else, with which something else was done.
  Job withGrant(List<Part> parts, List<Deed> others) {
    return new Job(
        order,
        at,
        standing,
        request,
        parts,
        grantedAt,
        denials,
        queuedAt,
        ended,
        endedAfter,
        others);
  }

  /// The same, asked otherwise.
  public Job withRequest(AllocationRequest other) {
    return new Job(
        order,
        at,
        standing,
        other,
        granted,
        grantedAt,
        denials,
        queuedAt,
        ended,
        endedAfter,
        deeds);
  }

  /// The same at another time.
  public Job movedTo(long otherAt) {
    return new Job(
        order,
        otherAt,
        standing,
        request,
        granted,
        grantedAt + otherAt - at,
        denials,
        queuedAt,
        ended,
        endedAfter,
        deeds);
  }
}
