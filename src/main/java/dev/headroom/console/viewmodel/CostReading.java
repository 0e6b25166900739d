package dev.headroom.console.viewmodel;

import dev.headroom.model.Money;
import dev.headroom.model.ScopeStatus;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;

/// What a scope and all below it has cost since it exists, and when use changed there last. A scope
/// that is closed and made anew begins at nothing, while what it cost before stays in those above.
///
/// @param amount in short: `12.5`, `1.2k`; empty where nothing was paid
/// @param changed the time of day, with the day where that is not today; empty for never
/// @param sentence all of it exactly, for hover and screen readers
public record CostReading(String amount, String changed, String sentence) {
  /// Of what is no scope.
  public static final CostReading NONE = new CostReading("", "", "");

  /// From so many credits on nobody reads decimals.
  private static final int WHOLE_FROM = 1_000;

  private static final int DECIMALS = 2;

  /// @param now the instance's time
  static CostReading of(ScopeStatus status, Instant now, ZoneId zone) {
    Money cost = status.cost();
    String exact = Wording.text("cost.exact", Figures.decimals(cost.credits()));
    return new CostReading(
        cost.equals(Money.ZERO) ? "" : amount(cost),
        status.changed().map(at -> Times.clock(now, at, zone)).orElse(""),
        status
            .changed()
            .map(at -> Wording.text("cost.sentence", exact, Times.exact(at, zone)))
            .orElseGet(() -> Wording.text("cost.sentence.never", exact)));
  }

  /// Rounded down, like all short forms.
  private static String amount(Money cost) {
    long whole = cost.credits().longValue();
    if (whole >= WHOLE_FROM) {
      return Figures.count(whole);
    }
    var cents = cost.credits().setScale(DECIMALS, RoundingMode.DOWN);
    return cents.signum() == 0 ? Wording.text("cost.less") : Figures.decimals(cents);
  }
}
