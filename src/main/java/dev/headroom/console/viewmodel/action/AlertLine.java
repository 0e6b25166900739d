package dev.headroom.console.viewmodel.action;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertFlood;

/// An alert, or a flood of them, as a row.
///
/// @param key tells it from all others
/// @param level how grave
/// @param severity the word for it
/// @param state where it is in its life, in words
/// @param address the scope's address, where selecting leads
/// @param scope the scope as one calls it
/// @param constraint whose threshold was crossed
/// @param used for example `83 % · 8.3k of 10k`
/// @param since for example `12 min ago`
/// @param subject what the row is about
public record AlertLine(
    String key,
    Level level,
    String severity,
    String state,
    String address,
    String scope,
    String constraint,
    String used,
    String since,
    Subject subject) {

  /// What a row is about.
  public sealed interface Subject {
    /// One alert.
    record One(Alert alert) implements Subject {}

    /// Many at scopes with the same parent.
    record Many(AlertFlood flood) implements Subject {}
  }

  /// Whether it stands for many alerts.
  public boolean isFlood() {
    return subject instanceof Subject.Many;
  }
}
