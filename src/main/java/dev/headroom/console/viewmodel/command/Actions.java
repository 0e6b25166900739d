package dev.headroom.console.viewmodel.command;

import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Everything that can be done in a window: one list, from which shortcuts, the palette, tooltips
/// and the overlay of shortcuts are made. For the UI thread only.
public final class Actions {

  /// Something that can be done.
  ///
  /// @param id what programs call it; empty for what comes and goes, which gets no keys of its own
  /// @param group to what it belongs, in words
  /// @param name what it does, in words
  /// @param keys its shortcut as JavaFX writes key combinations, such as `Shortcut+F`; may be empty
  /// @param local whether its keys act only while the focus is on what it is about
  /// @param run does it
  public record Action(
      String id, String group, String name, String keys, boolean local, Runnable run) {
    Action withKeys(String now) {
      return new Action(id, group, name, now, local, run);
    }
  }

  private final Supplier<Map<String, String>> remapped;
  private final List<Supplier<List<Action>>> all = new ArrayList<>();

  /// None yet, and all keys as they are usually.
  public Actions() {
    this(Map::of);
  }

  /// None yet.
  ///
  /// @param remapped is asked for the keys that are not the usual ones, by the action's id
  public Actions(Supplier<Map<String, String>> remapped) {
    this.remapped = remapped;
  }

  /// Adds an action.
  ///
  /// @param group the key of its group's words, after `group.`
  /// @param name the key of its words, after `action.`; it is also its id
  /// @param keys its usual shortcut
  public Actions add(String group, String name, String keys, Runnable run) {
    return add(action(group, name, keys, false, run));
  }

  /// Adds an action whose keys act only while the focus is on what it is about; whoever has the
  /// focus then sees to that.
  ///
  /// @param group the key of its group's words, after `group.`
  /// @param name the key of its words, after `action.`; it is also its id
  /// @param keys its usual shortcut, which may be a letter alone
  public Actions addLocal(String group, String name, String keys, Runnable run) {
    return add(action(group, name, keys, true, run));
  }

  private static Action action(
      String group, String name, String keys, boolean local, Runnable run) {
    return new Action(
        name, Wording.text("group." + group), Wording.text("action." + name), keys, local, run);
  }

  /// Adds an action whose name is made of what there is, such as a scenario's.
  public Actions addNamed(String group, String name, Runnable run) {
    return add(new Action("", Wording.text("group." + group), name, "", false, run));
  }

  private Actions add(Action action) {
    all.add(() -> List.of(action));
    return this;
  }

  /// Adds whatever can be done at the moment, such as opening what was opened lately.
  ///
  /// @param group the key of its group's words, after `group.`
  /// @param names what each is called, with what it does; asked for each time
  public Actions addChanging(String group, Supplier<Map<String, Runnable>> names) {
    String words = Wording.text("group." + group);
    all.add(() ->
        names.get().entrySet().stream()
            .map(each -> new Action("", words, each.getKey(), "", false, each.getValue()))
            .toList());
    return this;
  }

  /// Adds what can be done with things that come and go, such as saved views.
  ///
  /// @param now is asked for them whenever somebody looks
  public void addChanging(Supplier<List<Action>> now) {
    all.add(now);
  }

  /// All of them with their keys as they are now, in the order in which they were added.
  public List<Action> all() {
    Map<String, String> other = remapped.get();
    return usual()
        .map(action -> action.withKeys(other.getOrDefault(action.id(), action.keys())))
        .toList();
  }

  /// Those that can have keys, with the usual ones.
  List<Action> withUsualKeys() {
    return usual().filter(action -> !action.id().isEmpty()).toList();
  }

  /// The keys of an action as they are now; empty for none.
  public String keysOf(String id) {
    return all().stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .map(Action::keys)
        .orElse("");
  }

  private Stream<Action> usual() {
    return all.stream().flatMap(actions -> actions.get().stream());
  }
}
