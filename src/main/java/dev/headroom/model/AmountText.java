package dev.headroom.model;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads amounts with units as people type them: `10k`, `1.5M`, `8 GiB`, `2h`, `1.5 cores`, `20
/// MB/s`.
public final class AmountText {
  private static final Pattern FORM =
      Pattern.compile("([0-9][0-9,_ ]*(?:\\.[0-9]+)?)\\s*([a-zA-Z/]*)");
  private static final Map<String, Integer> DECIMAL_STEPS =
      Map.of("", 0, "k", 1, "m", 2, "g", 3, "b", 3, "t", 4, "p", 5);
  private static final Map<String, Long> MILLIS =
      Map.of(
          "",
          1L,
          "ms",
          1L,
          "s",
          1000L,
          "m",
          60_000L,
          "min",
          60_000L,
          "h",
          3_600_000L,
          "d",
          86_400_000L);

  private AmountText() {}

  /// How many units of the type `text` says, perhaps with a fraction; nothing where it says none.
  public static Optional<BigDecimal> read(ResourceType type, String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group(1).replaceAll("[,_ ]", ""));
    BigDecimal factor = factor(type, form.group(2));
    return factor.signum() == 0
        ? Optional.empty()
        : Optional.of(number.multiply(factor).stripTrailingZeros());
  }

  /// How many units of the type one of the typed unit is; zero where it is none.
  private static BigDecimal factor(ResourceType type, String unit) {
    String lower = unit.toLowerCase(Locale.ROOT);
    return switch (type) {
      case CREDITS, TOKENS, API_CALLS -> steps(lower, 1000);
      case TIME -> BigDecimal.valueOf(MILLIS.getOrDefault(lower, 0L));
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
