package dev.headroom.console.viewmodel;

import dev.headroom.client.LiveFrame;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.FilterFault;
import dev.headroom.model.filter.FilterReading;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The scopes of an instance as a tree that is fetched as it is opened, page by page, or as the
/// flat list of what a filter matches. Rows keep their identity while their scope exists, so that
/// what is expanded and selected stays so. For the UI thread only.
public final class ScopeTree {

  /// Is told what changed in the rows. Called on the UI thread.
  public interface Listener {
    /// Another row is the top: the tree's root, or the invisible parent of a filter's matches.
    default void onTop(ScopeNode top) {}

    /// A row's children are others, or in another order.
    default void onChildren(ScopeNode parent) {}

    /// Before there is a window.
    Listener NOBODY = new Listener() {};
  }

  private static final int DEPTH_ALL = 5;

  private final ShownInstance instance;
  private final ScopePath home;
  private final Map<ScopePath, ScopeNode> nodes = new HashMap<>();
  private final Matches matches;
  private final Map<ScopeNode, List<Runnable>> underway = new HashMap<>();
  private final Set<ScopePath> pinned = new HashSet<>();
  private Listener listener = Listener.NOBODY;
  private TreeOrder order = TreeOrder.NAME;
  private ScopeFilter filter = ScopeFilter.ALL;
  private Optional<FilterFault> fault = Optional.empty();
  private final List<Runnable> afterRoot = new ArrayList<>();
  private final StructureWatch structure;

  /// Nothing is fetched before [#start].
  ///
  /// @param home the highest scope that can be seen
  ScopeTree(ShownInstance instance, ScopePath home) {
    this.instance = instance;
    this.home = home;
    structure = new StructureWatch(home.isRoot());
    matches = new Matches(home);
  }

  /// Fetches the root and its first children, unless they are there.
  ///
  /// @param rows is told of all rows from now on
  public void start(Listener rows) {
    listener = rows;
    Optional<ScopeNode> top =
        filter.isAll() ? Optional.ofNullable(nodes.get(home)) : Optional.of(matches.top());
    top.ifPresentOrElse(rows::onTop, this::fetchRoot);
  }

  /// Fetches anew what is shown, since the instance is the same at another instant. Rows of scopes
  /// that are there too stay as they are.
  void turn() {
    underway.clear();
    structure.restart();
    if (!filter.isAll()) {
      fetchMatches(Math.max(Siblings.PAGE_ROWS, matches.top().scopesBelow()));
    }
    if (nodes.containsKey(home)) {
      fetchOpened(false);
    } else {
      fetchRoot();
    }
  }

  private void fetchRoot() {
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

  /// Fetches a row's children unless they are there; of a stand-in, does what it stands for.
  public void open(ScopeNode node) {
    switch (node.role()) {
      case LOADING -> {}
      case MORE -> more(node);
      case FAILED -> {
        ScopeNode parent = nodes.get(node.path());
        if (parent == null) {
          fetchRoot();
        } else {
          fetch(parent, Siblings.PAGE_ROWS, true, () -> {});
        }
      }
      case SCOPE -> {
        if (!node.isOpened() && node.hasChildren() && filter.isAll()) {
          node.setOpened(true);
          node.setChildren(
              List.of(
                  ScopeNode.standIn(
                      ScopeNode.Role.LOADING, node.path(), Wording.text("tree.loading"))));
          listener.onChildren(node);
          fetch(node, Siblings.PAGE_ROWS, true, () -> {});
        }
      }
    }
  }

  /// Shows only scopes that match; all where `text` is blank. What means nothing is a [#fault], and
  /// changes nothing else.
  ///
  /// @param text in the language of [ScopeFilter]
  public void filter(String text) {
    switch (FilterReading.of(text)) {
      case FilterReading.Faulty(var wrong) -> fault = Optional.of(wrong);
      case FilterReading.Understood(var understood) -> {
        fault = Optional.empty();
        filter(understood);
      }
    }
  }

  private void filter(ScopeFilter wanted) {
    if (wanted.equals(filter)) {
      return;
    }
    filter = wanted;
    if (wanted.isAll()) {
      matches.clear();
      Optional.ofNullable(nodes.get(home)).ifPresent(listener::onTop);
    } else {
      fetchMatches(Siblings.PAGE_ROWS);
    }
  }

  /// Which scopes are shown.
  public ScopeFilter filter() {
    return filter;
  }

  /// What is looked for, as it was typed; empty for everything.
  public String query() {
    return filter.isAll() ? "" : filter.text();
  }

  /// Whether only those that match something are shown.
  public boolean isFiltered() {
    return !filter.isAll();
  }

  /// Orders siblings anew. Other than by name, that happens only here: rows must not move by
  /// themselves.
  public void sort(TreeOrder by) {
    order = by;
    if (!filter.isAll()) {
      fetchMatches(Siblings.PAGE_ROWS);
    }
    fetchOpened(true);
  }

  private void fetchOpened(boolean reorder) {
    for (ScopeNode node : List.copyOf(nodes.values())) {
      if (node.isOpened()) {
        fetch(node, Math.max(Siblings.PAGE_ROWS, node.scopesBelow()), reorder, () -> {});
      }
    }
  }

  /// Makes sure that the rows of scopes and all above them are there, then hands each over, unless
  /// there is no such scope. Ends a filter.
  public void reveal(Collection<String> addresses, Consumer<ScopeNode> found) {
    filter("");
    pinned.clear();
    for (String address : addresses) {
      List<ScopePath> chain = ScopePath.of(address).chain();
      pinned.addAll(chain);
      List<ScopePath> way = chain.stream().filter(step -> step.isWithin(home)).toList();
      if (way.isEmpty()) {
        continue; // It is further up than can be seen.
      }
      if (nodes.containsKey(home)) {
        walk(way, 0, found);
      } else {
        afterRoot.add(() -> walk(way, 0, found));
      }
    }
  }

  /// What is wrong with the last filter, in a sentence; empty where nothing is.
  public String fault() {
    return fault
        .map(wrong -> Wording.text("query.fault." + wrong.reason().name(), wrong.word()))
        .orElse("");
  }

  /// How many scopes there are, or match: `4,812 scopes`, `12 of 4,812 match`; empty until that is
  /// known. Who sees a part is told nothing of the whole.
  public String count() {
    if (structure.count() == 0 || (filter.isAll() && !home.isRoot())) {
      return "";
    }
    String all = Figures.whole(structure.count());
    return filter.isAll()
        ? Wording.text(structure.count() == 1 ? "tree.count.one" : "tree.count", all)
        : Wording.text("tree.match", Figures.whole(matches.count()), all);
  }

  /// The order of siblings.
  public TreeOrder order() {
    return order;
  }

  /// Takes the newest state of the scopes that are being looked at.
  void apply(LiveFrame frame) {
    for (ScopeStatus status : frame.scopes()) {
      Optional.ofNullable(nodes.get(status.path())).ifPresent(node -> node.update(status));
      matches.update(status);
    }
    structure.apply(frame);
  }

  /// Fetches the children of the given rows again if scopes have come or gone since the last time.
  public void refresh(Collection<ScopeNode> parents) {
    if (!filter.isAll() || !structure.take()) {
      return;
    }
    for (ScopeNode parent : parents) {
      if (parent.isOpened()) {
        fetch(parent, Math.max(Siblings.PAGE_ROWS, parent.scopesBelow()), false, () -> {});
      }
    }
  }

  private void more(ScopeNode standIn) {
    if (filter.isAll()) {
      ScopeNode parent = Optional.ofNullable(nodes.get(standIn.path())).orElseThrow();
      fetch(parent, parent.scopesBelow() + Siblings.PAGE_ROWS, false, () -> {});
    } else {
      fetchMatches(matches.top().scopesBelow() + Siblings.PAGE_ROWS);
    }
  }

  private void walk(List<ScopePath> chain, int at, Consumer<ScopeNode> found) {
    ScopeNode node = nodes.get(chain.get(at));
    if (node == null) {
      return;
    }
    if (at == chain.size() - 1) {
      found.accept(node);
      return;
    }
    ScopePath next = chain.get(at + 1);
    Runnable onward = () -> pin(node, next, () -> walk(chain, at + 1, found));
    if (nodes.containsKey(next)) {
      walk(chain, at + 1, found);
    } else if (!node.isOpened() || underway.containsKey(node)) {
      node.setOpened(true);
      fetch(node, Siblings.PAGE_ROWS, true, onward);
    } else {
      onward.run();
    }
  }

  /// Puts one child among the fetched ones, from a page that was not.
  private void pin(ScopeNode parent, ScopePath child, Runnable then) {
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
      if (scope && pinned.contains(node.path()) && page.total() > rows.size()) {
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

  private void fetchMatches(int count) {
    ScopeFilter words = filter;
    int rows = Math.min(count, ScopeQuery.COUNT_MAX);
    var query = new ScopeQuery(home, DEPTH_ALL, order.sort(), words, 0, rows);
    instance.ask(
        shown -> shown.scopes(query),
        reply -> {
          if (words.equals(filter)) {
            matches.show(reply, words.text());
            structure.setCount(matches.searched());
            listener.onTop(matches.top());
          }
        });
  }
}
