package dev.headroom.console.viewmodel.command;

import dev.headroom.console.viewmodel.PreferenceModel;
import dev.headroom.console.viewmodel.Wording;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Which keys do what, and how they are given to something else. Key combinations are written as
/// JavaFX does, such as `Shortcut+Shift+F`. For the UI thread only.
public final class Shortcuts {
  /// Keys that bear the same sign elsewhere on a keyboard, or on other keyboards.
  private static final Map<String, List<String>> ALIKE =
      Map.of(
          "Shortcut+Plus",
          List.of("Shortcut+Plus", "Shortcut+Equals", "Shortcut+Shift+Equals", "Shortcut+Add"),
          "Shortcut+Minus",
          List.of("Shortcut+Minus", "Shortcut+Subtract"),
          "Shortcut+0",
          List.of("Shortcut+0", "Shortcut+Numpad 0"));

  /// With these, text is edited.
  private static final Set<String> TEXT =
      Set.of(
          "A", "C", "V", "X", "Y", "Z", "Shift+Z", "Left", "Right", "Backspace", "Delete", "Tab");

  private static final Pattern WHILE_TYPING =
      Pattern.compile("(.*\\+)?F[0-9]{1,2}|(Shortcut|Ctrl|Alt|Meta)\\+.*");
  private static final Pattern ALONE = Pattern.compile("(Shift\\+)?([A-Z0-9]|Space|Insert|Delete)");
  private static final String SHORTCUT = "Shortcut+";

  /// An action and its keys.
  ///
  /// @param keys empty for none
  /// @param usual whether nobody has changed them
  public record Row(String id, String group, String name, String keys, boolean usual) {}

  /// What becomes of keys that were pressed for an action.
  public sealed interface Pressed {
    /// They are its keys now.
    record Given() implements Pressed {}

    /// They do something else, and can be taken from it.
    record Held(Row by) implements Pressed {}

    /// They are no good.
    record Unusable(String why) implements Pressed {}
  }

  private final Actions actions;
  private final PreferenceModel preferences;

  public Shortcuts(Actions actions, PreferenceModel preferences) {
    this.actions = actions;
    this.preferences = preferences;
  }

  /// All keys that do what `keys` do, these among them.
  public static List<String> alike(String keys) {
    return ALIKE.getOrDefault(keys, List.of(keys));
  }

  /// Everything that can have keys.
  public List<Row> rows() {
    Map<String, String> other = preferences.now().keys();
    return actions.withUsualKeys().stream()
        .map(action -> {
          String keys = other.getOrDefault(action.id(), action.keys());
          boolean usual = keys.equals(action.keys());
          return new Row(action.id(), action.group(), action.name(), keys, usual);
        })
        .toList();
  }

  /// Gives an action other keys, unless they do something else already.
  public Pressed press(String id, String keys) {
    Optional<String> whyNot = whyNot(action(id), keys);
    if (whyNot.isPresent()) {
      return new Pressed.Unusable(whyNot.get());
    }
    Optional<Row> holder = holder(id, keys);
    if (holder.isPresent()) {
      return new Pressed.Held(holder.get());
    }
    give(id, keys);
    return new Pressed.Given();
  }

  /// Gives an action keys that do something else, which goes without.
  public void take(String id, String keys) {
    holder(id, keys).ifPresent(row -> give(row.id(), ""));
    give(id, keys);
  }

  /// Lets an action go without keys.
  public void clear(String id) {
    give(id, "");
  }

  /// Gives an action its usual keys again. Whatever has got them meanwhile goes without.
  public void reset(String id) {
    String usual = usual(id);
    if (!usual.isEmpty()) {
      holder(id, usual).ifPresent(row -> give(row.id(), ""));
    }
    give(id, usual);
  }

  /// Gives everything its usual keys again.
  public void resetAll() {
    preferences.change(now -> now.withKeys(Map.of()));
  }

  /// Whether anything has other keys than usual.
  public boolean isAnyChanged() {
    return rows().stream().anyMatch(row -> !row.usual());
  }

  private Optional<Row> holder(String id, String keys) {
    return rows().stream()
        .filter(row -> !row.id().equals(id) && alike(row.keys()).contains(keys))
        .findFirst();
  }

  private static Optional<String> whyNot(Optional<Actions.Action> action, String keys) {
    boolean local = action.filter(Actions.Action::local).isPresent();
    if (local && ALONE.matcher(keys).matches()) {
      return Optional.empty();
    }
    if (!WHILE_TYPING.matcher(keys).matches()) {
      return Optional.of(Wording.text(local ? "keys.local" : "keys.plain"));
    }
    boolean text = keys.startsWith(SHORTCUT) && TEXT.contains(keys.substring(SHORTCUT.length()));
    return text ? Optional.of(Wording.text("keys.text")) : Optional.empty();
  }

  private Optional<Actions.Action> action(String id) {
    return actions.withUsualKeys().stream().filter(action -> action.id().equals(id)).findFirst();
  }

  private String usual(String id) {
    return action(id).map(Actions.Action::keys).orElse("");
  }

  private void give(String id, String keys) {
    change(other -> {
      if (keys.equals(usual(id))) {
        other.remove(id);
      } else {
        other.put(id, keys);
      }
    });
  }

  private void change(Consumer<Map<String, String>> change) {
    Map<String, String> other = new HashMap<>(preferences.now().keys());
    change.accept(other);
    preferences.change(now -> now.withKeys(other));
  }
}
