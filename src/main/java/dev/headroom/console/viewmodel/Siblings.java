package dev.headroom.console.viewmodel;

import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rows below one row of the scope tree: their order, and the stand-ins among them. Pure.
final class Siblings {
  /// How many scopes are fetched at a time.
  static final int PAGE_ROWS = 500;

  private Siblings() {}

  /// `now` in the order of `before`; what is new stands last.
  static List<ScopeNode> inOldOrder(List<ScopeNode> before, List<ScopeNode> now) {
    Set<ScopeNode> present = new HashSet<>(now);
    List<ScopeNode> rows = new ArrayList<>(before);
    rows.retainAll(present);
    Set<ScopeNode> kept = new HashSet<>(rows);
    now.stream().filter(node -> !kept.contains(node)).forEach(rows::add);
    return rows;
  }

  /// Whether nobody would see a difference.
  static boolean same(List<ScopeNode> before, List<ScopeNode> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int at = 0; at < now.size(); at++) {
      boolean same =
          before.get(at) == now.get(at) || before.get(at).name().equals(now.get(at).name());
      if (!same || before.get(at).role() != now.get(at).role()) {
        return false;
      }
    }
    return true;
  }

  /// Adds the row that stands for siblings that were not fetched, if there are any.
  static void addMore(ScopePath parent, List<ScopeNode> rows, int total) {
    int missing = total - rows.size();
    if (missing > 0) {
      String all = Figures.whole(missing);
      String next = Figures.whole(Math.min(missing, PAGE_ROWS));
      String text = Wording.text("tree.more", all, next);
      rows.add(ScopeNode.standIn(ScopeNode.Role.MORE, parent, text));
    }
  }

  /// The row that says why children could not be fetched.
  static ScopeNode failed(ScopePath parent, String problem) {
    return ScopeNode.standIn(ScopeNode.Role.FAILED, parent, Wording.text("tree.failed", problem));
  }
}
