package dev.headroom.console.viewmodel.command;

import dev.headroom.console.viewmodel.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Everything that can be done in a window: one list, from which shortcuts, the palette and the
/// overlay of shortcuts are made. For the UI thread only.
public final class Actions {

  /// Something that can be done.
  ///
  /// @param group to what it belongs, in words
  /// @param name what it does, in words
  /// @param keys its shortcut as JavaFX writes key combinations, such as `Shortcut+F`; may be empty
  /// @param run does it
  public record Action(String group, String name, String keys, Runnable run) {}

  private final List<Supplier<List<Action>>> all = new ArrayList<>();

  /// Adds an action.
  ///
  /// @param group the key of its group's words, after `group.`
  /// @param name the key of its words, after `action.`
  public Actions add(String group, String name, String keys, Runnable run) {
    return addNamed(group, Wording.text("action." + name), keys, run);
  }

  /// Adds an action whose name is made of what there is, such as a scenario's.
  public Actions addNamed(String group, String name, String keys, Runnable run) {
    var action = new Action(Wording.text("group." + group), name, keys, run);
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
            .map(each -> new Action(words, each.getKey(), "", each.getValue()))
            .toList());
    return this;
  }

  /// Adds what can be done with things that come and go, such as saved views.
  ///
  /// @param now is asked for them whenever somebody looks
  public void addChanging(Supplier<List<Action>> now) {
    all.add(now);
  }

  /// All of them, in the order in which they were added.
  public List<Action> all() {
    return all.stream().flatMap(actions -> actions.get().stream()).toList();
  }
}
