package dev.headroom.console.viewmodel;

import dev.headroom.model.ScopePath;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Goes down a tree to scopes wherever they are, fetching whatever is on the way. For the UI thread
/// only.
final class WayDown {
  private final FetchedScopes scopes;
  private final ScopePath home;

  /// @param home the highest scope that can be seen
  WayDown(FetchedScopes scopes, ScopePath home) {
    this.scopes = scopes;
    this.home = home;
  }

  /// Hands over the row of each, unless there is no such scope, or it is further up than can be
  /// seen.
  void reveal(Collection<String> addresses, Consumer<ScopeNode> found) {
    List<List<ScopePath>> chains =
        addresses.stream().map(address -> ScopePath.of(address).chain()).toList();
    Set<ScopePath> wanted = new HashSet<>();
    chains.forEach(wanted::addAll);
    scopes.keep(wanted);
    for (List<ScopePath> chain : chains) {
      List<ScopePath> way = chain.stream().filter(step -> step.isWithin(home)).toList();
      if (!way.isEmpty()) {
        scopes.afterRoot(() -> walk(way, 0, found));
      }
    }
  }

  private void walk(List<ScopePath> way, int at, Consumer<ScopeNode> found) {
    scopes
        .node(way.get(at))
        .ifPresent(node -> {
          if (at == way.size() - 1) {
            found.accept(node);
          } else {
            goOn(node, way, at + 1, found);
          }
        });
  }

  private void goOn(ScopeNode node, List<ScopePath> way, int at, Consumer<ScopeNode> found) {
    ScopePath next = way.get(at);
    Runnable onward = () -> scopes.pin(node, next, () -> walk(way, at, found));
    if (scopes.node(next).isPresent()) {
      walk(way, at, found);
    } else if (!node.isOpened() || scopes.isUnderway(node)) {
      node.setOpened(true);
      scopes.fetchFirst(node, onward);
    } else {
      onward.run();
    }
  }
}
