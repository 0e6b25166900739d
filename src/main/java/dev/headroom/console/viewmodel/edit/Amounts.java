package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Amount;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads amounts as people type them: `10k`, `1.5M`, `8 GiB`, `2h`, `1.5 cores`, `20 MB/s`. Only
/// whole units come of it; what would have to be rounded is refused. Pure.
public final class Amounts {
  private static final Pattern FORM =
      Pattern.compile("([0-9][0-9,_ ]*(?:\\.[0-9]+)?)\\s*([a-zA-Z/]*)");
  private static final BigDecimal MAX = BigDecimal.valueOf(Amount.MAX);
  private static final Map<String, Integer> DECIMAL_STEPS =
      Map.of("", 0, "k", 1, "m", 2, "g", 3, "b", 3, "t", 4, "p", 5);

  private Amounts() {}

  /// Reads an amount of a type, in its unit.
  public static Typed<Long> read(ResourceType type, String text) {
    if (type == ResourceType.TIME && !text.strip().matches("[0-9]+")) {
      return Spans.read(text).map(java.time.Duration::toMillis);
    }
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return wrong(type);
    }
    BigDecimal number = new BigDecimal(form.group(1).replaceAll("[,_ ]", ""));
    BigDecimal factor = factor(type, form.group(2));
    if (factor.signum() == 0) {
      return wrong(type);
    }
    BigDecimal amount = number.multiply(factor).stripTrailingZeros();
    if (amount.scale() > 0) {
      return new Typed.Wrong<>(Wording.text("typed.fraction", Figures.exact(type, 1)));
    }
    if (amount.compareTo(MAX) > 0) {
      return new Typed.Wrong<>(Wording.text("typed.large", Figures.exact(type, Amount.MAX)));
    }
    return new Typed.Right<>(amount.longValueExact());
  }

  /// What is to be typed to mean exactly this amount, as short as can be.
  public static String text(ResourceType type, long amount) {
    String figure = Figures.amount(type, amount);
    return read(type, figure).meaning().filter(meant -> meant == amount).isPresent()
        ? figure
        : Long.toString(amount);
  }

  /// Reads a cost in credits, with at most six decimals.
  public static Typed<Money> cost(String text) {
    String plain = text.strip();
    if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      return new Typed.Wrong<>(Wording.text("typed.cost"));
    }
    return new Typed.Right<>(Money.of(new BigDecimal(plain)));
  }

  private static <T> Typed<T> wrong(ResourceType type) {
    return new Typed.Wrong<>(Wording.text("typed.wrong." + type.name()));
  }

  /// How many units of the type one of the typed unit is; zero where it is none.
  private static BigDecimal factor(ResourceType type, String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    return switch (type) {
      case CREDITS, TOKENS, API_CALLS, TIME -> steps(lower, 1000);
      case MEMORY, STORAGE -> bytes(lower);
      case NETWORK -> bytes(lower.replaceFirst("/s$", ""));
      case COMPUTE ->
          switch (lower) {
            case "", "m", "millicore", "millicores" -> BigDecimal.ONE;
            case "core", "cores", "c" -> BigDecimal.valueOf(1000);
            default -> BigDecimal.ZERO;
          };
    };
  }

  private static BigDecimal bytes(String unit) {
    if (unit.endsWith("ib")) {
      return steps(unit.substring(0, unit.length() - 2), 1024);
    }
    return steps(unit.endsWith("b") ? unit.substring(0, unit.length() - 1) : unit, 1000);
  }

  private static BigDecimal steps(String prefix, long base) {
    Integer step = DECIMAL_STEPS.get(prefix);
    return step == null ? BigDecimal.ZERO : BigDecimal.valueOf(base).pow(step);
  }
}
