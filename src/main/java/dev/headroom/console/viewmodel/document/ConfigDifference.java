package dev.headroom.console.viewmodel.document;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Subject;
import dev.headroom.console.viewmodel.edit.Value;
import dev.headroom.model.Config;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// What must change so that one configuration becomes another. Immutable.
///
/// @param edits limits, then pools, then settings
/// @param problem why it cannot become that; empty where it can
public record ConfigDifference(List<Edit> edits, String problem) {
  /// None.
  public static final ConfigDifference NONE = new ConfigDifference(List.of(), "");

  /// Compares.
  ///
  /// @param now what holds
  /// @param wanted what is to hold
  public static ConfigDifference of(Config now, Config wanted) {
    Map<Subject, Value> before = values(now);
    Map<Subject, Value> after = values(wanted);
    List<Edit> edits = new ArrayList<>();
    before.forEach((subject, value) -> {
      Optional<Value> becomes = Optional.ofNullable(after.get(subject));
      if (!becomes.equals(Optional.of(value))) {
        edits.add(new Edit(subject, Optional.of(value), becomes));
      }
    });
    after.forEach((subject, value) -> {
      if (!before.containsKey(subject)) {
        edits.add(Edit.adding(value));
      }
    });
    return new ConfigDifference(List.copyOf(edits), moved(now, wanted));
  }

  private static Map<Subject, Value> values(Config config) {
    Map<Subject, Value> values = new LinkedHashMap<>();
    config.limits().forEach(limit -> put(values, new Value.OfLimit(limit)));
    config.pools().forEach(pool -> put(values, new Value.OfPool(pool)));
    put(values, new Value.OfSettings(config.settings()));
    return values;
  }

  private static void put(Map<Subject, Value> values, Value value) {
    values.put(value.subject(), value);
  }

  /// A pool's scope and type never change.
  private static String moved(Config now, Config wanted) {
    Map<PoolId, Pool> before =
        now.pools().stream().collect(Collectors.toMap(Pool::id, Function.identity()));
    return wanted.pools().stream()
        .filter(pool -> {
          Pool known = before.getOrDefault(pool.id(), pool);
          return !known.path().equals(pool.path()) || known.type() != pool.type();
        })
        .findFirst()
        .map(pool -> Wording.text("text.moved", pool.id().value()))
        .orElse("");
  }

  /// How much changes, in a line: `12 limits change · 1 pool goes`.
  public String summary() {
    List<String> parts = new ArrayList<>();
    count(parts, "limit", subject -> subject instanceof Subject.OfLimit);
    count(parts, "pool", subject -> subject instanceof Subject.OfPool);
    if (edits.stream().anyMatch(edit -> edit.subject() instanceof Subject.OfSettings)) {
      parts.add(Wording.text("text.settings"));
    }
    return parts.isEmpty() ? Wording.text("text.same") : String.join(" · ", parts);
  }

  private void count(List<String> parts, String kind, Predicate<Subject> of) {
    add(
        parts,
        kind + ".changes",
        of,
        edit -> edit.before().isPresent() && edit.after().isPresent());
    add(parts, kind + ".comes", of, edit -> edit.before().isEmpty());
    add(parts, kind + ".goes", of, edit -> edit.after().isEmpty());
  }

  private void add(List<String> parts, String key, Predicate<Subject> of, Predicate<Edit> how) {
    long count = edits.stream().filter(edit -> of.test(edit.subject()) && how.test(edit)).count();
    if (count > 0) {
      String form = count == 1 ? ".one" : ".many";
      parts.add(Wording.text("text." + key + form, Figures.whole(count)));
    }
  }
}
