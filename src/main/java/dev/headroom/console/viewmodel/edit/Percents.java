package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Thresholds;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads thresholds as people type them: `50, 80, 100`. Pure.
final class Percents {
  private Percents() {}

  static Typed<Thresholds> read(String text) {
    String plain = text.replace("%", " ").strip();
    if (!plain.matches("([0-9]{1,4}([,;\\s]+|$))*")) {
      return new Typed.Wrong<>(Wording.text("typed.thresholds"));
    }
    List<Integer> percents =
        Stream.of(plain.split("[,;\\s]+"))
            .filter(part -> !part.isEmpty())
            .map(Integer::valueOf)
            .sorted()
            .distinct()
            .toList();
    try {
      return new Typed.Right<>(new Thresholds(percents));
    } catch (InvalidValueException _) {
      return new Typed.Wrong<>(
          Wording.text("typed.thresholds.range", Thresholds.COUNT_MAX, Thresholds.PERCENT_MAX));
    }
  }

  static String text(Thresholds thresholds) {
    return thresholds.percents().stream().map(String::valueOf).collect(Collectors.joining(", "));
  }
}
