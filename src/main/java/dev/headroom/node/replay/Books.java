package dev.headroom.node.replay;

import dev.headroom.engine.Inspector;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.ScopePath;
import dev.headroom.model.replay.Account;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps the account of every scope of one world, each with all that is below it. One thread.
final class Books {
  private final Map<ScopePath, Sums> sums = new HashMap<>();

  /// A scope's own and those of all above it.
  private final Map<ScopePath, List<Sums>> chains = new HashMap<>();

  /// What is reserved when the span begins.
  void begin(Inspector state) {
    for (AllocationStatus live : state.allocations(ScopePath.ROOT, false, 0, Integer.MAX_VALUE)) {
      for (AllocationStatus.Line line : live.lines()) {
        for (Sums each : chain(live.path())) {
          each.reserve(line.type(), line.reserved());
        }
      }
    }
  }

  /// Who waits when it ends.
  void end(Inspector state) {
    for (AllocationStatus waiting : state.allocations(ScopePath.ROOT, true, 0, Integer.MAX_VALUE)) {
      chain(waiting.path()).forEach(Sums::stillWaits);
    }
  }

  void hear(Event event) {
    switch (event.body()) {
      case Event.Granted granted -> hear(granted);
      case Event.Denied denied ->
          chain(denied.path()).forEach(each -> each.deny(denied.waitedMillis()));
      case Event.Queued queued -> chain(queued.path()).forEach(Sums::queue);
      case Event.Preempted preempted -> chain(preempted.path()).forEach(Sums::preempt);
      case Event.Used used -> chain(used.path()).forEach(each -> each.use(used));
      case Event.Ended ended -> hear(ended);
      case Event.Resized resized ->
          chain(resized.path()).forEach(each -> each.reserve(resized.type(), resized.difference()));
      default -> {}
    }
  }

  private void hear(Event.Granted granted) {
    for (Sums each : chain(granted.path())) {
      each.grant(granted.waitedMillis());
      for (GrantedLine line : granted.lines()) {
        each.reserve(line.type(), line.granted());
      }
    }
  }

  private void hear(Event.Ended ended) {
    for (Sums each : chain(ended.path())) {
      for (GrantedLine line : ended.returned()) {
        each.reserve(line.type(), -line.granted());
      }
    }
  }

  /// The scopes of which anything happened.
  Set<ScopePath> paths() {
    return sums.keySet();
  }

  Account account(ScopePath path) {
    Sums of = sums.get(path);
    return of == null ? Account.NONE : of.account();
  }

  private List<Sums> chain(ScopePath path) {
    List<Sums> known = chains.get(path);
    if (known == null) {
      known =
          path.chain().stream().map(each -> sums.computeIfAbsent(each, _ -> new Sums())).toList();
      chains.put(path, known);
    }
    return known;
  }
}
