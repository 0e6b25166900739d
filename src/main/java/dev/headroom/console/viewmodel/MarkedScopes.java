package dev.headroom.console.viewmodel;

import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.ScopePath;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Scopes that an administrator has marked to do something with all of them. For the UI thread
/// only.
public final class MarkedScopes {
  /// How many scopes can be marked at most.
  public static final int COUNT_MAX = ScopeQuery.COUNT_MAX;

  private final Desk desk;
  private final Set<ScopePath> marked = new LinkedHashSet<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private String problem = "";
  private boolean underway;

  /// None.
  public MarkedScopes(Desk desk) {
    this.desk = desk;
  }

  /// Who is told, besides others, when other scopes are marked.
  public void listen(Runnable told) {
    listeners.add(told);
  }

  /// Marks a scope, or no longer.
  public void toggle(ScopeNode node) {
    if (node.role() != ScopeNode.Role.SCOPE) {
      return;
    }
    problem = "";
    if (!marked.remove(node.path())) {
      add(List.of(node.path()));
    }
    tell();
  }

  /// Marks scopes, besides those that are marked already.
  public void mark(List<ScopeNode> nodes) {
    problem = "";
    add(
        nodes.stream()
            .filter(node -> node.role() == ScopeNode.Role.SCOPE)
            .map(ScopeNode::path)
            .toList());
    tell();
  }

  /// Marks all scopes that match the tree's query, besides those that are marked already.
  public void markMatches() {
    ScopeFilter filter = desk.tree().filter();
    if (filter.isAll() || underway) {
      return;
    }
    underway = true;
    var query =
        new ScopeQuery(
            desk.home(),
            ScopeQuery.DEPTH_MAX,
            ScopeQuery.Sort.NAME,
            filter,
            0,
            ScopeQuery.COUNT_MAX);
    desk.calls().ask(() -> desk.instance().scopes(query), this::take);
    tell();
  }

  private void take(Reply<ScopePage> reply) {
    underway = false;
    problem = Phrases.problem(reply);
    if (reply instanceof Reply.Decided<ScopePage>(var page)) {
      add(page.scopes().stream().map(scope -> scope.path()).toList());
      if (page.total() > page.scopes().size()) {
        problem = tooMany();
      }
    }
    tell();
  }

  private void add(List<ScopePath> paths) {
    for (ScopePath path : paths) {
      if (marked.size() == COUNT_MAX && !marked.contains(path)) {
        problem = tooMany();
        return;
      }
      marked.add(path);
    }
  }

  private static String tooMany() {
    return Wording.text("marks.tooMany", Figures.whole(COUNT_MAX));
  }

  /// Marks none any more.
  public void clear() {
    marked.clear();
    problem = "";
    tell();
  }

  /// Whether a scope is marked.
  public boolean contains(ScopeNode node) {
    return marked.contains(node.path());
  }

  /// Those that are marked, in the order in which they were.
  public List<ScopePath> paths() {
    return List.copyOf(marked);
  }

  public int size() {
    return marked.size();
  }

  /// Whether more are being marked.
  public boolean isUnderway() {
    return underway;
  }

  /// What kept scopes from being marked; empty where nothing did.
  public String problem() {
    return problem;
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
