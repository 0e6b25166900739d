package dev.headroom.console.viewmodel;

import dev.headroom.client.LiveFrame;
import dev.headroom.client.ScopeQuery;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.FilterFault;
import dev.headroom.model.filter.FilterReading;
import dev.headroom.model.filter.ScopeFilter;
import java.util.Collection;
import java.util.Optional;
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
  private final FetchedScopes fetched;
  private final WayDown way;
  private final Matches matches;
  private final StructureWatch structure;
  private Listener listener = Listener.NOBODY;
  private ScopeFilter filter = ScopeFilter.ALL;
  private Optional<FilterFault> fault = Optional.empty();

  /// Nothing is fetched before [#start].
  ///
  /// @param home the highest scope that can be seen
  ScopeTree(ShownInstance instance, ScopePath home) {
    this.instance = instance;
    this.home = home;
    fetched = new FetchedScopes(instance, home, () -> filter.isAll());
    way = new WayDown(fetched, home);
    structure = new StructureWatch(home.isRoot());
    matches = new Matches(home);
  }

  /// Fetches the root and its first children, unless they are there.
  ///
  /// @param rows is told of all rows from now on
  public void start(Listener rows) {
    listener = rows;
    fetched.tell(rows);
    Optional<ScopeNode> top = filter.isAll() ? fetched.root() : Optional.of(matches.top());
    top.ifPresentOrElse(rows::onTop, fetched::fetchRoot);
  }

  /// Fetches anew what is shown, since the instance is the same at another instant. Rows of scopes
  /// that are there too stay as they are.
  void turn() {
    fetched.drop();
    structure.restart();
    if (!filter.isAll()) {
      fetchMatches(Math.max(Siblings.PAGE_ROWS, matches.top().scopesBelow()));
    }
    if (fetched.root().isPresent()) {
      fetched.fetchOpened(false);
    } else {
      fetched.fetchRoot();
    }
  }

  /// Fetches a row's children unless they are there; of a stand-in, does what it stands for.
  public void open(ScopeNode node) {
    switch (node.role()) {
      case LOADING -> {}
      case MORE -> more(node);
      case FAILED -> fetched.retry(node);
      case SCOPE -> fetched.open(node);
    }
  }

  private void more(ScopeNode standIn) {
    if (filter.isAll()) {
      fetched.more(standIn);
    } else {
      fetchMatches(matches.top().scopesBelow() + Siblings.PAGE_ROWS);
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
      fetched.root().ifPresent(listener::onTop);
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

  /// Whether what is looked for is known to be there.
  public boolean hasMatches() {
    return isFiltered() && matches.count() > 0;
  }

  /// Orders siblings anew. Other than by name, that happens only here: rows must not move by
  /// themselves.
  public void sort(TreeOrder by) {
    fetched.orderBy(by);
    if (!filter.isAll()) {
      fetchMatches(Siblings.PAGE_ROWS);
    }
    fetched.fetchOpened(true);
  }

  /// Makes sure that the rows of scopes and all above them are there, then hands each over, unless
  /// there is no such scope. Ends a filter.
  public void reveal(Collection<String> addresses, Consumer<ScopeNode> found) {
    filter("");
    way.reveal(addresses, found);
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
    return fetched.order();
  }

  /// Takes the newest state of the scopes that are being looked at.
  void apply(LiveFrame frame) {
    for (ScopeStatus status : frame.scopes()) {
      fetched.update(status);
      matches.update(status);
    }
    structure.apply(frame);
  }

  /// Fetches the children of the given rows again if scopes have come or gone since the last time.
  public void refresh(Collection<ScopeNode> parents) {
    if (filter.isAll() && structure.take()) {
      fetched.fetchAgain(parents, false);
    }
  }

  private void fetchMatches(int count) {
    ScopeFilter words = filter;
    int rows = Math.min(count, ScopeQuery.COUNT_MAX);
    var query = new ScopeQuery(home, DEPTH_ALL, order().sort(), words, 0, rows);
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
