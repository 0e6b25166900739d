package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/// Something that is different at two instants.
///
/// @param kind of what kind
/// @param path the scope that it is about
/// @param what of the scope: a type, a field of a limit, an alert
/// @param before what it was at the first instant; `–` where it was not there
/// @param after what it was at the second
/// @param change by how much it changed; empty where that is no number
/// @param level how pressing it was at the second instant
/// @param size how large the change is, to put the largest first; see [UseDifference]
/// @param quantities all amounts of a type, exactly; empty where it is about none
public record Difference(
    Kind kind,
    ScopePath path,
    String what,
    String before,
    String after,
    String change,
    Level level,
    double size,
    List<Quantity> quantities) {
  /// Where something was not there.
  public static final String ABSENT = "–";

  /// The largest first; among equals by scope.
  public static final Comparator<Difference> LARGEST_FIRST =
      Comparator.comparingDouble(Difference::size)
          .reversed()
          .thenComparing(Difference::path)
          .thenComparing(Difference::kind)
          .thenComparing(Difference::what);

  /// What can be different.
  public enum Kind {
    /// What is used of a type, or may be.
    USE,
    /// A scope has come or gone.
    SCOPE,
    /// A limit, a pool or the settings were changed.
    TERMS,
    /// An alert has come or gone.
    ALERT,
    /// How many wait.
    WAITING
  }

  /// One amount of a type.
  ///
  /// @param measure of what
  /// @param before empty where it was not there, or not limited
  public record Quantity(
      Measure measure, ResourceType type, OptionalLong before, OptionalLong after) {
    /// What amounts there are.
    public enum Measure {
      RESERVED,
      /// Since the scope exists; of held types the most that was in use.
      CONSUMED,
      /// What counts against the tightest limit of the scope's own.
      USED,
      ALLOWANCE,
      /// What is left of the whole chain.
      HEADROOM
    }

    /// Whether it is another amount.
    public boolean differs() {
      return !before.equals(after);
    }

    /// What is measured, in words.
    public String name() {
      return Wording.text("compare.measure." + measure.name());
    }

    /// The amount at the first instant, with every digit.
    public String beforeText() {
      return text(before);
    }

    /// The amount at the second instant, with every digit.
    public String afterText() {
      return text(after);
    }

    private String text(OptionalLong amount) {
      return amount.isPresent() ? Figures.exact(type, amount.getAsLong()) : ABSENT;
    }
  }

  /// The scope as one calls it.
  public String scope() {
    return Phrases.scope(path);
  }

  /// The scope's address.
  public String address() {
    return path.text();
  }

  /// What tells it from all others.
  public String key() {
    return kind + " " + path + " " + what;
  }

  /// The whole of it, for hover and for screen readers.
  public String sentence() {
    return Wording.text("compare.sentence", path.text(), what, before, after);
  }
}
