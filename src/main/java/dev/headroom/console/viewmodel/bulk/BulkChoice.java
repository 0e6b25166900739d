package dev.headroom.console.viewmodel.bulk;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Period;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A type and period that can be chosen, with how many of the scopes have such a limit.
///
/// @param key empty for all limits
/// @param count how many
record BulkChoice(Optional<LimitKey> key, int count) {

  /// All limits, then those that the scopes have, the most frequent first, then all others.
  static List<BulkChoice> of(Optional<BulkScopes> scopes) {
    Map<LimitKey, Integer> counts = new HashMap<>();
    if (scopes.isPresent()) {
      for (ScopeStatus scope : scopes.get().scopes()) {
        for (Limit limit : scopes.get().ground().limits().at(scope.path())) {
          counts.merge(limit.key(), 1, Integer::sum);
        }
      }
    }
    List<BulkChoice> choices = new ArrayList<>(List.of(new BulkChoice(Optional.empty(), 0)));
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<LimitKey, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().toString()))
        .forEach(
            entry -> choices.add(new BulkChoice(Optional.of(entry.getKey()), entry.getValue())));
    for (LimitKey key : common()) {
      if (!counts.containsKey(key)) {
        choices.add(new BulkChoice(Optional.of(key), 0));
      }
    }
    return List.copyOf(choices);
  }

  String text() {
    if (key.isEmpty()) {
      return Wording.text("bulk.key.all");
    }
    String name = BulkRow.name(key.get());
    return count == 0 ? name : Wording.text("bulk.key", name, Figures.whole(count));
  }

  private static List<LimitKey> common() {
    List<LimitKey> keys = new ArrayList<>();
    for (ResourceType type : ResourceType.ALL) {
      keys.add(new LimitKey(type, Optional.empty()));
      for (Period period : type.isHeld() ? List.<Period>of() : Editing.PERIODS) {
        keys.add(new LimitKey(type, Optional.of(period)));
      }
    }
    return keys;
  }
}
