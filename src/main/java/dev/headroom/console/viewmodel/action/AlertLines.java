package dev.headroom.console.viewmodel.action;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertFlood;
import dev.headroom.model.AlertState;
import dev.headroom.model.Exhaustion;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.Severity;
import java.time.Duration;
import java.time.Instant;

/// Turns alerts and floods into rows for people. Pure.
final class AlertLines {
  private AlertLines() {}

  static AlertLine one(Alert alert, Instant now) {
    String repeats = alert.repeats() == 0 ? "" : "  ×" + (alert.repeats() + 1);
    return new AlertLine(
        alert.ref().toString(),
        level(alert.severity()),
        severity(alert.severity()),
        state(alert, now),
        alert.constraint().path().text(),
        Phrases.scope(alert.constraint().path()),
        Phrases.alert(alert.ref()),
        alert
            .forecast()
            .flatMap(Exhaustion::expected)
            .map(at -> runsOut(alert, at, now))
            .orElseGet(() -> used(alert)),
        Times.ago(now, alert.raisedAt()) + repeats,
        new AlertLine.Subject.One(alert));
  }

  static AlertLine many(AlertFlood flood, Instant now) {
    return new AlertLine(
        "flood " + flood.parent(),
        level(flood.severity()),
        severity(flood.severity()),
        Wording.text("alert.flood"),
        flood.parent().text(),
        Phrases.scope(flood.parent()),
        Wording.text("alert.flood.below", Figures.count(flood.counts().total())),
        counts(flood.counts()),
        Times.ago(now, flood.newest()),
        new AlertLine.Subject.Many(flood));
  }

  /// How many of each severity: `14, of them 3 critical`.
  static String counts(ScopeStatus.AlertCounts counts) {
    return Wording.text(
        "alert.counts",
        Figures.count(counts.total()),
        Figures.count(counts.critical()),
        Figures.count(counts.warning()));
  }

  private static String runsOut(Alert alert, Instant at, Instant now) {
    return Wording.text(
        "alert.forecast.in",
        Times.shortSpan(at.isAfter(now) ? Duration.between(now, at) : Duration.ZERO),
        Figures.percent(alert.used(), alert.allowance()));
  }

  /// How much is used of what may be.
  static String used(Alert alert) {
    return Figures.percent(alert.used(), alert.allowance())
        + " · "
        + Wording.text(
            "bar.of",
            Figures.amount(alert.type(), alert.used()),
            Figures.amountWithUnit(alert.type(), alert.allowance()));
  }

  /// Where an alert is in its life: `active`, `acknowledged by ada`, `shelved, 12 min left`.
  static String state(Alert alert, Instant now) {
    Alert.Life life = alert.life();
    if (life.state() == AlertState.SHELVED && life.shelvedUntil().isPresent()) {
      Duration left = Duration.between(now, life.shelvedUntil().get());
      return Wording.text("alert.state.SHELVED.left", Times.shortSpan(left));
    }
    if (life.state() == AlertState.ACKNOWLEDGED && life.acknowledgement().isPresent()) {
      return Wording.text("alert.state.ACKNOWLEDGED.by", life.acknowledgement().get().author());
    }
    return Wording.text("alert.state." + life.state().name());
  }

  private static String severity(Severity severity) {
    return Wording.text("severity." + severity.name());
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case INFO -> Level.CALM;
      case WARNING -> Level.WARNING;
      case CRITICAL -> Level.CRITICAL;
    };
  }
}
