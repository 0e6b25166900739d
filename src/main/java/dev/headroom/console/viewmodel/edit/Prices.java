package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Money;
import dev.headroom.model.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the steps of a price as people type them, one a line: `50 % 0.0002`. Pure.
final class Prices {
  private static final Pattern STEP = Pattern.compile("([0-9]{1,4})\\s*[%:]?\\s*:?\\s+(\\S+)");

  private Prices() {}

  static Typed<List<Price.Step>> read(String text) {
    List<Price.Step> steps = new ArrayList<>();
    for (String line : text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList()) {
      Matcher step = STEP.matcher(line);
      if (!step.matches()) {
        return new Typed.Wrong<>(Wording.text("typed.step", line));
      }
      Typed<Money> cost = Amounts.cost(step.group(2));
      if (cost.meaning().isEmpty()) {
        return new Typed.Wrong<>(cost.problem());
      }
      int from = Integer.parseInt(step.group(1));
      if (!steps.isEmpty() && from <= steps.getLast().from()) {
        return new Typed.Wrong<>(Wording.text("typed.step.order", from, steps.getLast().from()));
      }
      try {
        steps.add(new Price.Step(from, cost.meaning().get()));
      } catch (InvalidValueException _) {
        return new Typed.Wrong<>(Wording.text("typed.step.range", line));
      }
    }
    return steps.size() > Price.STEPS_MAX
        ? new Typed.Wrong<>(Wording.text("typed.step.many", Price.STEPS_MAX))
        : new Typed.Right<>(List.copyOf(steps));
  }

  static String text(List<Price.Step> steps) {
    return steps.stream()
        .map(step -> step.from() + " % " + Figures.decimals(step.costPerUnit().credits()))
        .collect(Collectors.joining("\n"));
  }
}
