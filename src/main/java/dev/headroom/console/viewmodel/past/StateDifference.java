package dev.headroom.console.viewmodel.past;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Rows;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.document.ConfigDifference;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Value;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertRef;
import dev.headroom.model.Config;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How alerts, limits, pools and settings differ at two instants. Pure.
///
/// What somebody has changed has the size 1, whatever it is: it explains the rest. An alert has
/// that of its threshold.
final class StateDifference {
  private static final double WHOLE = 100;

  private StateDifference() {}

  /// Which alerts have come and gone.
  static List<Difference> ofAlerts(List<Alert> before, List<Alert> after) {
    Map<AlertRef, Alert> stood = byName(before);
    Map<AlertRef, Alert> stands = byName(after);
    List<Difference> found = new ArrayList<>();
    stood.forEach((name, alert) -> {
      if (!stands.containsKey(name)) {
        found.add(alert(alert, false));
      }
    });
    stands.forEach((name, alert) -> {
      if (!stood.containsKey(name)) {
        found.add(alert(alert, true));
      }
    });
    return List.copyOf(found);
  }

  private static Map<AlertRef, Alert> byName(List<Alert> alerts) {
    Map<AlertRef, Alert> named = new LinkedHashMap<>();
    alerts.forEach(alert -> named.put(alert.ref(), alert));
    return named;
  }

  private static Difference alert(Alert alert, boolean came) {
    String there = Wording.text("severity." + alert.severity().name());
    return new Difference(
        Difference.Kind.ALERT,
        alert.constraint().path(),
        Phrases.alert(alert.ref()),
        came ? Difference.ABSENT : there,
        came ? there : Difference.ABSENT,
        "",
        came ? Rows.level(alert.severity()) : Level.CALM,
        Math.min(1, alert.percent() / WHOLE),
        List.of());
  }

  /// What somebody has changed, field by field.
  static List<Difference> ofConfig(Config before, Config after) {
    List<Difference> found = new ArrayList<>();
    for (Edit edit : ConfigDifference.of(before, after).edits()) {
      if (edit.before().isPresent() && edit.after().isPresent()) {
        edit.changes()
            .forEach(field ->
                found.add(
                    terms(
                        edit,
                        Wording.text("compare.field", edit.subject().name(), field.field()),
                        field.before(),
                        field.after())));
      } else {
        found.add(terms(edit, edit.subject().name(), text(edit.before()), text(edit.after())));
      }
    }
    return List.copyOf(found);
  }

  private static String text(Optional<Value> value) {
    return value.map(Value::text).orElse(Difference.ABSENT);
  }

  private static Difference terms(Edit edit, String what, String before, String after) {
    return new Difference(
        Difference.Kind.TERMS,
        edit.subject().path(),
        what,
        before,
        after,
        "",
        Level.CALM,
        1,
        List.of());
  }
}
