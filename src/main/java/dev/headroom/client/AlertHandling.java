package dev.headroom.client;

import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.Command;
import dev.headroom.model.Outcome;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import java.util.EnumSet;
import java.util.Set;

/// Alerts, and what is done about them (T2). For any thread, as the [Instance] that it is of.
public interface AlertHandling {
  /// All alerts that stand and are not shelved, gravest first, then newest.
  default Reply<AlertPage> standing(ScopePath below, int countMax) {
    return in(below, EnumSet.of(AlertState.ACTIVE, AlertState.ACKNOWLEDGED), countMax);
  }

  /// Alerts at and below a scope in any of these states, gravest first, then newest.
  Reply<AlertPage> in(ScopePath below, Set<AlertState> states, int countMax);

  /// Alerts at and below a scope in any of these states, floods folded.
  Reply<AlertOverview> overview(ScopePath below, Set<AlertState> states);

  /// Say that one knows of an alert.
  Reply<Outcome.AlertAcknowledged> acknowledge(Command.AcknowledgeAlert acknowledge);

  /// Keep alerts out of sight for a while.
  Reply<Outcome.AlertsShelved> shelve(Command.ShelveAlerts shelve);

  /// Bring shelved alerts back.
  Reply<Outcome.AlertsUnshelved> unshelve(Command.UnshelveAlerts unshelve);

  /// How many alerts shelving a scope would hide now.
  Reply<ScopeStatus.AlertCounts> shelvable(ScopePath below);
}
