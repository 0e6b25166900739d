package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Scopes that an administrator has marked to do something with all of them. For the UI thread
/// only.
public final class MarkedScopes {
  /// How many scopes can be marked at most.
  public static final int COUNT_MAX = 200_000;

  private final Desk desk;
  private final Set<ScopePath> marked = new LinkedHashSet<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private String problem = "";
  private String progress = "";
  private boolean underway;
  private Cancellation running = new Cancellation();

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

  /// Marks all scopes that match the tree's query, besides those that are marked already; none
  /// where that would be too many.
  public void markMatches() {
    ScopeFilter filter = desk.tree().filter();
    if (filter.isAll() || underway) {
      return;
    }
    underway = true;
    progress = "";
    problem = "";
    var mine = new Cancellation();
    running = mine;
    var pages =
        new MatchPages(
            desk.instance(),
            desk.home(),
            mine,
            (found, total) -> desk.calls().tell(() -> advance(mine, found, total)));
    desk.calls().ask(() -> pages.matching(filter, COUNT_MAX), reply -> take(mine, reply));
    tell();
  }

  private void advance(Cancellation asked, int found, int total) {
    if (!asked.isCancelled() && underway) {
      progress = Wording.text("marks.progress", Figures.whole(found), Figures.whole(total));
      tell();
    }
  }

  private void take(Cancellation asked, Reply<ScopePage> reply) {
    if (asked.isCancelled()) {
      return;
    }
    underway = false;
    problem = Phrases.problem(reply);
    if (reply instanceof Reply.Decided<ScopePage>(var page)) {
      if (page.total() > page.scopes().size()) {
        problem =
            Wording.text(
                "marks.tooManyMatch", Figures.whole(page.total()), Figures.whole(COUNT_MAX));
      } else {
        add(page.scopes().stream().map(ScopeStatus::path).toList());
      }
    }
    tell();
  }

  /// Ends marking those that match; none of them is marked.
  public void cancel() {
    running.cancel();
    underway = false;
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

  /// How far marking has come: `20,000 of 98,589`; empty while that is not known.
  public String progress() {
    return progress;
  }

  /// What kept scopes from being marked; empty where nothing did.
  public String problem() {
    return problem;
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
