package dev.headroom.history;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What pools had and gave, event by event in the plainest way.
final class BrutePools {
  /// What a pool had for a while.
  record Piece(Pool pool, long since, long until) {}

  /// So much more of a pool is reserved, or where negative less.
  record Moved(PoolId pool, long at, long reserved) {}

  /// So much of a pool was consumed.
  record Drawn(PoolId pool, long at, long consumed) {}

  private record Line(AllocationId allocation, ResourceType type) {}

  final List<Piece> pieces = new ArrayList<>();
  final List<Moved> moved = new ArrayList<>();
  final List<Drawn> drawn = new ArrayList<>();
  private final Map<PoolId, Piece> held = new HashMap<>();
  private final Map<Line, Optional<PoolId>> lines = new HashMap<>();

  BrutePools(List<Event> events) {
    events.forEach(this::hear);
    held.values().forEach(pieces::add);
  }

  /// Whether there is a pool of a type, and all of them stayed from when they were put.
  boolean areForGood(ResourceType type) {
    List<Piece> own = pieces.stream().filter(piece -> piece.pool.type() == type).toList();
    return !own.isEmpty()
        && own.stream()
            .allMatch(piece ->
                piece.until == Long.MAX_VALUE
                    || own.stream()
                        .anyMatch(next ->
                            next.pool.id().equals(piece.pool.id()) && next.since == piece.until));
  }

  private void hear(Event event) {
    long at = event.at().toEpochMilli();
    switch (event.body()) {
      case Event.ConfigChanged changed ->
          changed
              .changes()
              .forEach(change -> {
                switch (change) {
                  case Change.PutPool put -> {
                    end(put.pool().id(), at);
                    held.put(put.pool().id(), new Piece(put.pool(), at, Long.MAX_VALUE));
                  }
                  case Change.RemovePool(var id, long _) -> end(id, at);
                  case Change.PutLimits _, Change.PutSettings _ -> {}
                }
              });
      case Event.ScopeClosed(var path) ->
          List.copyOf(held.values()).stream()
              .filter(piece -> piece.pool.path().isWithin(path))
              .forEach(piece -> end(piece.pool.id(), at));
      case Event.Granted granted ->
          granted
              .lines()
              .forEach(line ->
                  move(granted.path(), granted.allocation(), at, line.type(), line.granted()));
      case Event.Resized resized ->
          move(resized.path(), resized.allocation(), at, resized.type(), resized.difference());
      case Event.Used used -> use(used, at);
      case Event.Ended ended -> {
        for (GrantedLine line : ended.returned()) {
          move(ended.path(), ended.allocation(), at, line.type(), -line.granted());
        }
        lines.keySet().removeIf(line -> line.allocation.equals(ended.allocation()));
      }
      default -> {}
    }
  }

  private void end(PoolId id, long at) {
    Piece piece = held.remove(id);
    if (piece != null) {
      pieces.add(new Piece(piece.pool, piece.since, at));
    }
  }

  private void move(
      ScopePath path, AllocationId allocation, long at, ResourceType type, long reserved) {
    Line line = new Line(allocation, type);
    lines
        .computeIfAbsent(line, _ -> serving(path, type))
        .ifPresent(pool -> moved.add(new Moved(pool, at, reserved)));
  }

  private void use(Event.Used used, long at) {
    Optional<PoolId> pool =
        lines.getOrDefault(
            new Line(used.allocation(), used.type()), serving(used.path(), used.type()));
    pool.ifPresent(from -> drawn.add(new Drawn(from, at, used.amount())));
  }

  /// The nearest one up the path (P2).
  private Optional<PoolId> serving(ScopePath path, ResourceType type) {
    Optional<PoolId> nearest = Optional.empty();
    for (ScopePath at : path.chain()) {
      for (Piece piece : held.values()) {
        if (piece.pool.path().equals(at) && piece.pool.type() == type) {
          nearest = Optional.of(piece.pool.id());
        }
      }
    }
    return nearest;
  }
}
