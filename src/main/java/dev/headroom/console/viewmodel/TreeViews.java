package dev.headroom.console.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the scope tree looks, and the views of it that were saved; remembered from one start to the
/// next. For the UI thread only.
public final class TreeViews {
  /// Longest name of a view.
  public static final int NAME_LENGTH_MAX = 60;

  /// Most views.
  public static final int COUNT_MAX = 50;

  private final Recollection recollection;
  private final List<Runnable> listeners = new ArrayList<>();

  TreeViews(Recollection recollection) {
    this.recollection = recollection;
  }

  /// Who is told, besides others, when the look or the views are others.
  public void listen(Runnable told) {
    listeners.add(told);
  }

  /// How the tree looks.
  public TreeLook look() {
    return recollection.all().look();
  }

  /// Has it look so from now on.
  public void setLook(TreeLook look) {
    change(recollection.all().withLook(look));
  }

  /// All saved views, by name.
  public List<SavedView> all() {
    return recollection.all().views();
  }

  /// The view called so.
  public Optional<SavedView> called(String name) {
    return all().stream().filter(view -> view.name().equals(name)).findFirst();
  }

  /// Why nothing can be saved under a name; empty where it can.
  public String whyNot(String name) {
    String plain = name.strip();
    if (plain.isEmpty() || plain.length() > NAME_LENGTH_MAX) {
      return Wording.text("views.name.wrong", NAME_LENGTH_MAX);
    }
    return all().size() >= COUNT_MAX && called(plain).isEmpty()
        ? Wording.text("views.tooMany", COUNT_MAX)
        : "";
  }

  /// Saves what the tree shows now, in place of what has the same name.
  public void save(String name, String query, TreeOrder order) {
    if (whyNot(name).isEmpty()) {
      put(Optional.empty(), new SavedView(name.strip(), query.strip(), order, look()));
    }
  }

  /// Gives a view another name, in place of what has that.
  public void rename(SavedView view, String name) {
    if (whyNot(name).isEmpty()) {
      put(Optional.of(view), new SavedView(name.strip(), view.query(), view.order(), view.look()));
    }
  }

  /// Forgets a view.
  public void remove(SavedView view) {
    change(
        recollection.all().withViews(all().stream().filter(other -> !other.equals(view)).toList()));
  }

  private void put(Optional<SavedView> old, SavedView fresh) {
    Stream<SavedView> others =
        all().stream()
            .filter(view -> !view.name().equals(fresh.name()))
            .filter(view -> !Optional.of(view).equals(old));
    change(recollection.all().withViews(Stream.concat(others, Stream.of(fresh)).toList()));
  }

  private void change(Remembered now) {
    recollection.change(_ -> now);
    listeners.forEach(Runnable::run);
  }
}
