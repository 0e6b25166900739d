package dev.headroom.console.viewmodel;

import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// The scopes of a tree that were fetched so far, each with the children that were. Rows keep their
/// identity while their scope exists. For the UI thread only.
final class FetchedScopes {
  private final ShownInstance instance;
  private final ScopePath home;
  private final BooleanSupplier onShow;
  private final Map<ScopePath, ScopeNode> nodes = new HashMap<>();
  private final Map<ScopeNode, List<Runnable>> underway = new HashMap<>();
  private final Set<ScopePath> kept = new HashSet<>();
  private final List<Runnable> afterRoot = new ArrayList<>();
  private ScopeTree.Listener listener = ScopeTree.Listener.NOBODY;
  private TreeOrder order = TreeOrder.NAME;

  /// @param home the highest scope that can be seen
  /// @param onShow whether the tree is what is shown; nothing is opened where it is not
  FetchedScopes(ShownInstance instance, ScopePath home, BooleanSupplier onShow) {
    this.instance = instance;
    this.home = home;
    this.onShow = onShow;
  }

  /// Tells of all rows from now on.
  void tell(ScopeTree.Listener rows) {
    listener = rows;
  }

  /// How siblings are ordered that are fetched from now on.
  void orderBy(TreeOrder by) {
    order = by;
  }

  TreeOrder order() {
    return order;
  }

  /// The row of a scope, if it was fetched.
  Optional<ScopeNode> node(ScopePath path) {
    return Optional.ofNullable(nodes.get(path));
  }

  /// The row of the highest scope that can be seen, if it was fetched.
  Optional<ScopeNode> root() {
    return node(home);
  }

  /// Fetches the highest scope that can be seen, and its first children.
  void fetchRoot() {
    instance.ask(
        shown -> shown.scope(home),
        reply -> {
          if (reply instanceof Reply.Decided<ScopeStatus>(var status)) {
            ScopeNode root = ScopeNode.of(status);
            nodes.put(status.path(), root);
            listener.onTop(root);
            open(root);
            List<Runnable> next = List.copyOf(afterRoot);
            afterRoot.clear();
            next.forEach(Runnable::run);
          } else {
            listener.onTop(Siblings.failed(home, Phrases.problem(reply)));
          }
        });
  }

  /// Does something once the highest scope is there.
  void afterRoot(Runnable next) {
    if (root().isPresent()) {
      next.run();
    } else {
      afterRoot.add(next);
    }
  }

  /// Fetches the first children of a scope, unless they were.
  void open(ScopeNode node) {
    if (!node.isOpened() && node.hasChildren() && onShow.getAsBoolean()) {
      node.setOpened(true);
      node.setChildren(
          List.of(
              ScopeNode.standIn(
                  ScopeNode.Role.LOADING, node.path(), Wording.text("tree.loading"))));
      listener.onChildren(node);
      fetchFirst(node, () -> {});
    }
  }

  /// Fetches again what could not be.
  ///
  /// @param standIn stands for what failed
  void retry(ScopeNode standIn) {
    node(standIn.path()).ifPresentOrElse(parent -> fetchFirst(parent, () -> {}), this::fetchRoot);
  }

  /// Fetches more children.
  ///
  /// @param standIn stands for those that were not
  void more(ScopeNode standIn) {
    ScopeNode parent = node(standIn.path()).orElseThrow();
    fetch(parent, parent.scopesBelow() + Siblings.PAGE_ROWS, false, () -> {});
  }

  /// Fetches the first children of a scope, again where they were.
  void fetchFirst(ScopeNode parent, Runnable then) {
    fetch(parent, Siblings.PAGE_ROWS, true, then);
  }

  /// Fetches the children of scopes again, as many as there are, those that are open only.
  ///
  /// @param reorder whether rows may change places
  void fetchAgain(Collection<ScopeNode> parents, boolean reorder) {
    for (ScopeNode parent : parents) {
      if (parent.isOpened()) {
        fetch(parent, Math.max(Siblings.PAGE_ROWS, parent.scopesBelow()), reorder, () -> {});
      }
    }
  }

  /// Fetches the children of all scopes again that are open.
  ///
  /// @param reorder whether rows may change places
  void fetchOpened(boolean reorder) {
    fetchAgain(List.copyOf(nodes.values()), reorder);
  }

  /// Expects nothing any more of what is being fetched.
  void drop() {
    underway.clear();
  }

  /// Whether the children of a scope are being fetched.
  boolean isUnderway(ScopeNode parent) {
    return underway.containsKey(parent);
  }

  /// Takes the newest state of a scope.
  void update(ScopeStatus status) {
    node(status.path()).ifPresent(node -> node.update(status));
  }

  /// Keeps only the rows of these where a page does not have them.
  void keep(Set<ScopePath> paths) {
    kept.clear();
    kept.addAll(paths);
  }

  /// Puts one child among the fetched ones, from a page that was not.
  void pin(ScopeNode parent, ScopePath child, Runnable then) {
    if (nodes.containsKey(child)) {
      then.run();
      return;
    }
    instance.ask(
        shown -> shown.scope(child),
        reply -> {
          if (reply instanceof Reply.Decided<ScopeStatus>(var status)) {
            List<ScopeNode> children = new ArrayList<>(parent.children());
            int end = parent.scopesBelow();
            children.add(end, nodes.computeIfAbsent(child, _ -> ScopeNode.of(status)));
            parent.setChildren(children);
            listener.onChildren(parent);
            then.run();
          }
        });
  }

  private void fetch(ScopeNode parent, int count, boolean reorder, Runnable then) {
    List<Runnable> waiting = underway.get(parent);
    if (waiting != null) {
      waiting.add(then);
      return;
    }
    underway.put(parent, new ArrayList<>(List.of(then)));
    var query =
        new ScopeQuery(
            parent.path(),
            1,
            order.sort(),
            ScopeFilter.ALL,
            0,
            Math.min(count, ScopeQuery.COUNT_MAX));
    instance.ask(
        shown -> shown.scopes(query),
        reply -> {
          List<Runnable> after = underway.remove(parent);
          if (reply instanceof Reply.Decided<ScopePage>(var page)) {
            merge(parent, page, reorder);
          } else {
            parent.setChildren(List.of(Siblings.failed(parent.path(), Phrases.problem(reply))));
            listener.onChildren(parent);
          }
          Optional.ofNullable(after).ifPresent(all -> all.forEach(Runnable::run));
        });
  }

  private void merge(ScopeNode parent, ScopePage page, boolean reorder) {
    List<ScopeNode> before = parent.children();
    List<ScopeNode> rows = new ArrayList<>();
    for (ScopeStatus status : page.scopes()) {
      ScopeNode node = nodes.computeIfAbsent(status.path(), _ -> ScopeNode.of(status));
      node.update(status);
      rows.add(node);
    }
    Set<ScopeNode> fetched = new HashSet<>(rows);
    for (ScopeNode node : before) {
      boolean scope = node.role() == ScopeNode.Role.SCOPE && !fetched.contains(node);
      if (scope && kept.contains(node.path()) && page.total() > rows.size()) {
        rows.add(node);
      } else if (scope) {
        forget(node);
      }
    }
    if (!reorder && order.isVolatile()) {
      rows = Siblings.inOldOrder(before, rows);
    }
    Siblings.addMore(parent.path(), rows, page.total());
    if (!Siblings.same(before, rows)) {
      parent.setChildren(rows);
      listener.onChildren(parent);
    }
  }

  private void forget(ScopeNode node) {
    nodes.remove(node.path());
    node.children().stream()
        .filter(child -> child.role() == ScopeNode.Role.SCOPE)
        .forEach(this::forget);
  }
}
