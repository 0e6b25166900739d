package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.AlertRef;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Listed;
import dev.headroom.model.UseLevel;
import dev.headroom.model.WhatIf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Something that a change set would do at once.
///
/// @param level how grave; calm for what gets better
/// @param text what, with the scope
public record Effect(Level level, String text) {
  private static final int LISTED_MAX = 6;

  /// All that a change set would do, what is gravest first; what there is too much of is counted.
  static List<Effect> of(WhatIf result) {
    List<Effect> effects = new ArrayList<>();
    list(effects, result.over(), Effect::over);
    list(effects, result.denied(), waiting -> waiting("effect.denied", Level.CRITICAL, waiting));
    list(effects, result.raised(), alert -> alert("effect.raised", Level.WARNING, alert));
    list(effects, result.levels(), Effect::level);
    list(effects, result.admitted(), waiting -> waiting("effect.admitted", Level.CALM, waiting));
    list(effects, result.cleared(), alert -> alert("effect.cleared", Level.CALM, alert));
    return List.copyOf(effects);
  }

  private static <T> void list(
      List<Effect> effects, Listed<T> listed, Function<T, Effect> sentence) {
    listed.first().stream().limit(LISTED_MAX).map(sentence).forEach(effects::add);
    int left = listed.total() - Math.min(LISTED_MAX, listed.first().size());
    if (left > 0) {
      effects.add(new Effect(Level.CALM, Wording.text("effect.more", Figures.count(left))));
    }
  }

  private static Effect over(WhatIf.Over over) {
    return new Effect(
        Level.OVER,
        Wording.text(
            "effect.over",
            Phrases.scope(over.path()),
            Figures.amountWithUnit(over.type(), over.reserved()),
            name(over.constraint())));
  }

  private static Effect level(WhatIf.LevelChange change) {
    return new Effect(
        level(change.after()),
        Wording.text(
            "effect.level",
            Phrases.scope(change.path()),
            Figures.name(change.type()),
            Wording.text("level." + change.before().name()),
            Wording.text("level." + change.after().name())));
  }

  private static Effect waiting(String key, Level level, WhatIf.Waiting waiting) {
    return new Effect(level, Wording.text(key, Phrases.scope(waiting.path())));
  }

  private static Effect alert(String key, Level level, WhatIf.Alerting alert) {
    AlertRef ref = new AlertRef(alert.constraint(), alert.percent());
    return new Effect(level, Wording.text(key, Phrases.alert(ref, name(alert.constraint()))));
  }

  private static String name(ConstraintRef constraint) {
    return Wording.text(
        "wait.at", Phrases.scope(constraint.path()), Phrases.constraint(constraint));
  }

  private static Level level(UseLevel level) {
    return Level.valueOf(level.name());
  }
}
