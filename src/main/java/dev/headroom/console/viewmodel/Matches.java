package dev.headroom.console.viewmodel;

import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a filter matches, as rows below an invisible one. For the UI thread only.
final class Matches {
  private final ScopePath home;
  private final Map<ScopePath, ScopeNode> nodes = new HashMap<>();
  private ScopeNode top;
  private int count;
  private int searched;

  /// @param home below which scope is searched
  Matches(ScopePath home) {
    this.home = home;
    top = ScopeNode.standIn(ScopeNode.Role.LOADING, home, "");
  }

  /// Takes what was found, or why nothing was.
  ///
  /// @param words of the filter
  void show(Reply<ScopePage> reply, String words) {
    nodes.clear();
    List<ScopeNode> rows = new ArrayList<>();
    if (reply instanceof Reply.Decided<ScopePage>(var page)) {
      for (ScopeStatus status : page.scopes()) {
        rows.add(nodes.computeIfAbsent(status.path(), _ -> ScopeNode.match(status)));
      }
      count = page.total();
      searched = page.searched();
      Siblings.addMore(home, rows, page.total());
    } else {
      rows.add(Siblings.failed(home, Phrases.problem(reply)));
    }
    top = ScopeNode.standIn(ScopeNode.Role.LOADING, home, words);
    top.setChildren(rows);
  }

  /// Forgets all of them.
  void clear() {
    nodes.clear();
  }

  /// Takes the newest state of a scope, if it is one of them.
  void update(ScopeStatus status) {
    Optional.ofNullable(nodes.get(status.path())).ifPresent(node -> node.update(status));
  }

  /// The invisible parent of the rows.
  ScopeNode top() {
    return top;
  }

  /// How many match in all.
  int count() {
    return count;
  }

  /// Among how many was searched.
  int searched() {
    return searched;
  }
}
