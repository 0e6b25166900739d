package dev.headroom.wire;

import dev.headroom.model.Config;
import dev.headroom.model.Enforcement;
import dev.headroom.model.Enforcement.Overage;
import dev.headroom.model.Limit;
import dev.headroom.model.Money;
import dev.headroom.model.Pool;
import dev.headroom.model.Price;
import dev.headroom.model.QuotaLoan;
import dev.headroom.model.Settings;
import dev.headroom.model.SharingPolicy;
import dev.headroom.model.Thresholds;
import dev.headroom.wire.FlowText.Style;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/// Writes config documents so that two versions can be compared line by line: one limit or pool per
/// line, sorted, keys in a fixed order, defaults left out.
final class ConfigWriter {
  private ConfigWriter() {}

  static String yaml(Config config) {
    StringBuilder text = new StringBuilder();
    text.append("settings: ").append(settings(config.settings(), Style.YAML)).append('\n');
    yamlList(text, "limits", config.limits().stream().map(it -> limit(it, Style.YAML)).toList());
    yamlList(text, "pools", config.pools().stream().map(it -> pool(it, Style.YAML)).toList());
    return text.toString();
  }

  private static void yamlList(StringBuilder text, String key, List<String> lines) {
    text.append(key).append(lines.isEmpty() ? ": []\n" : ":\n");
    for (String line : lines) {
      text.append("  - ").append(line).append('\n');
    }
  }

  static String json(Config config) {
    return "{\n  \"settings\": "
        + settings(config.settings(), Style.JSON)
        + jsonList("limits", config.limits().stream().map(it -> limit(it, Style.JSON)).toList())
        + jsonList("pools", config.pools().stream().map(it -> pool(it, Style.JSON)).toList())
        + "\n}\n";
  }

  private static String jsonList(String key, List<String> lines) {
    String items = lines.isEmpty() ? "" : "\n    " + String.join(",\n    ", lines) + "\n  ";
    return ",\n  \"" + key + "\": [" + items + "]";
  }

  private static String settings(Settings settings, Style style) {
    FlowText text =
        new FlowText(style)
            .begin('{')
            .key("timeZone")
            .word(zone(settings.timeZone()))
            .key("agingInterval")
            .word(settings.agingInterval().toString())
            .key("starvationInterval")
            .word(settings.starvationInterval().toString());
    if (!settings.alertDelay().isZero()) {
      text.key("alertDelay").word(settings.alertDelay().toString());
    }
    return text.end('}').toString();
  }

  private static String zone(ZoneId zone) {
    return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
  }

  private static String limit(Limit limit, Style style) {
    Limit.Terms terms = limit.terms();
    FlowText text = new FlowText(style).begin('{');
    text.key("path").word(limit.path().text());
    text.key("type").word(limit.type().name());
    text.key("amount").bare(Long.toString(terms.amount()));
    terms.period().ifPresent(period -> text.key("period").word(period.toString()));
    if (terms.rollover()) {
      text.key("rollover").bare("true");
    }
    if (terms.enforcement() instanceof Enforcement.Soft soft) {
      soft(text.key("enforcement"), soft);
    }
    thresholds(text, terms.thresholds());
    terms.onConflict().ifPresent(strategy -> text.key("onConflict").word(strategy.name()));
    return text.end('}').toString();
  }

  private static void soft(FlowText text, Enforcement.Soft soft) {
    text.begin('{').key("mode").word(LimitForm.Mode.SOFT.name());
    if (!soft.grace().equals(Duration.ZERO)) {
      text.key("grace").word(soft.grace().toString());
    }
    switch (soft.overage()) {
      case Overage.Refused _ -> {
        // As by default.
      }
      case Overage.Charged(long multiplierMillis, var cap) -> {
        text.key("overage").word(LimitForm.Excess.CHARGED.name());
        if (multiplierMillis != LimitForm.MULTIPLIER_MILLIS_DEFAULT) {
          BigDecimal multiplier = BigDecimal.valueOf(multiplierMillis, 3).stripTrailingZeros();
          text.key("multiplier").bare(multiplier.toPlainString());
        }
        cap.ifPresent(most -> text.key("cap").bare(Long.toString(most)));
      }
    }
    text.end('}');
  }

  private static void thresholds(FlowText text, Thresholds thresholds) {
    if (!thresholds.equals(Thresholds.DEFAULT)) {
      text.key("thresholds").begin('[');
      thresholds.percents().forEach(percent -> text.bare(percent.toString()));
      text.end(']');
    }
  }

  private static String pool(Pool pool, Style style) {
    Pool.Terms terms = pool.terms();
    FlowText text = new FlowText(style).begin('{');
    text.key("id").word(pool.id().value());
    text.key("path").word(pool.path().text());
    text.key("type").word(pool.type().name());
    text.key("capacity").bare(Long.toString(terms.capacity()));
    terms.replenishment().ifPresent(refill -> replenish(text.key("replenish"), refill));
    price(text, terms.costPerUnit());
    if (terms.sharing() != SharingPolicy.PRIORITY) {
      text.key("sharing").word(terms.sharing().name());
    }
    if (!terms.members().isEmpty()) {
      text.key("members").begin('[');
      terms.members().forEach(member -> member(text, member));
      text.end(']');
    }
    if (terms.borrowing() != 0) {
      text.key("borrowing").bare(Long.toString(terms.borrowing()));
    }
    thresholds(text, terms.thresholds());
    terms.onConflict().ifPresent(strategy -> text.key("onConflict").word(strategy.name()));
    return text.end('}').toString();
  }

  private static void price(FlowText text, Price price) {
    if (!price.base().equals(Money.ZERO)) {
      text.key("costPerUnit").bare(price.base().toString());
    }
    if (!price.isFlat()) {
      text.key("priceSteps").begin('[');
      for (Price.Step step : price.steps()) {
        text.begin('{').key("from").bare(Integer.toString(step.from()));
        text.key("costPerUnit").bare(step.costPerUnit().toString()).end('}');
      }
      text.end(']');
    }
  }

  private static void replenish(FlowText text, Pool.Replenishment refill) {
    text.begin('{').key("amount").bare(Long.toString(refill.amount()));
    text.key("every").word(refill.interval().toString()).end('}');
  }

  private static void member(FlowText text, Pool.Member member) {
    text.begin('{').key("path").word(member.path().text());
    if (member.quota() != 0) {
      text.key("quota").bare(Long.toString(member.quota()));
    }
    if (member.weight() != 1) {
      text.key("weight").bare(Integer.toString(member.weight()));
    }
    if (!member.loans().isEmpty()) {
      text.key("loans").begin('[');
      for (QuotaLoan loan : member.loans()) {
        text.begin('{').key("to").word(loan.to().text());
        text.key("amount").bare(Long.toString(loan.amount()));
        text.key("until").word(loan.until().toString()).end('}');
      }
      text.end(']');
    }
    text.end('}');
  }
}
