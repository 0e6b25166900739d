package dev.headroom.console.viewmodel.bulk;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Amounts;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ScopePath;
import java.util.Optional;
import java.util.OptionalLong;

/// What would become of one limit of one scope. Its words are made only when asked for, which is
/// when it is visible.
///
/// @param scope the scope
/// @param key which of its limits
/// @param before as it is, or is staged to be; empty where there is none
/// @param after as it would be; empty where it would go, or cannot be so
/// @param used what counts against it now, where that is known
/// @param failed why it cannot be so; empty where it can
/// @param warning what to know about it; empty for nothing
public record BulkRow(
    ScopePath scope,
    LimitKey key,
    Optional<Limit> before,
    Optional<Limit> after,
    OptionalLong used,
    String failed,
    String warning) {

  /// The scope's address.
  public String address() {
    return scope.text();
  }

  /// Which limit: `Tokens per day`.
  public String limit() {
    return name(key);
  }

  static String name(LimitKey key) {
    String type = Figures.name(key.type());
    return key.period().map(period -> type + " " + Phrases.per(period)).orElse(type);
  }

  /// What it is now.
  public String beforeText() {
    return text(before);
  }

  /// What it would be.
  public String afterText() {
    return failed.isEmpty() ? text(after) : Wording.text("bulk.row.stays");
  }

  /// What is in use of it now.
  public String usedText() {
    return used.isPresent() ? Figures.amount(key.type(), used.getAsLong()) : "–";
  }

  /// What is wrong with it, or should be known; empty for nothing.
  public String note() {
    return failed.isEmpty() ? warning : failed;
  }

  /// How grave the note is.
  public Level level() {
    if (!failed.isEmpty()) {
      return Level.CRITICAL;
    }
    return warning.isEmpty() ? Level.CALM : Level.WARNING;
  }

  /// Whether it would change.
  boolean isChanged() {
    return failed.isEmpty() && !before.equals(after);
  }

  /// What it is now, to the unit.
  public String beforeExact() {
    return exact(before);
  }

  /// What it would be, to the unit.
  public String afterExact() {
    return failed.isEmpty() ? exact(after) : afterText();
  }

  private String text(Optional<Limit> limit) {
    if (limit.isEmpty()) {
      return Wording.text("field.none");
    }
    return changesMore() ? Phrases.limit(limit.get()) : shortly(limit.get().terms().amount());
  }

  /// Whether more than the amount is another.
  private boolean changesMore() {
    return before.isPresent()
        && after.isPresent()
        && !before.get().terms().withAmount(0).equals(after.get().terms().withAmount(0));
  }

  /// Short, with a sign where that is not the whole truth.
  private String shortly(long amount) {
    String figure = Figures.amount(key.type(), amount);
    boolean whole = Amounts.text(key.type(), amount).equals(figure);
    return whole ? figure : "≈ " + figure;
  }

  private String exact(Optional<Limit> limit) {
    return limit
        .map(known -> Figures.exact(key.type(), known.terms().amount()))
        .orElse(Wording.text("field.none"));
  }
}
