package dev.headroom.console.viewmodel;

import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.time.Duration;

/// Amounts as people say them: `1.2M`, `13.1 GiB`, `3 h 10 min`; and exactly, for hover and copy.
///
/// Short forms have at most one decimal and at most four digits, so that columns stay narrow.
public final class Figures {
  private static final String[] COUNT_STEPS = {"", "k", "M", "G", "T", "P", "E"};
  private static final String[] BYTE_STEPS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
  private static final String[] RATE_STEPS = {
    "B/s", "kB/s", "MB/s", "GB/s", "TB/s", "PB/s", "EB/s"
  };

  private Figures() {}

  /// The short form with as much of a unit as the number alone does not tell: `38.8k`, `13.1 GiB`,
  /// `3 h 10 min`, `1.5 cores`.
  public static String amount(ResourceType type, long amount) {
    return switch (type) {
      case CREDITS, TOKENS, API_CALLS -> count(amount);
      case TIME -> Times.span(Duration.ofMillis(amount));
      case MEMORY, STORAGE -> stepped(amount, 1024, BYTE_STEPS, " ");
      case NETWORK -> stepped(amount, 1000, RATE_STEPS, " ");
      case COMPUTE -> cores(amount);
    };
  }

  /// The short form that can stand alone: `38.8k tokens`, `13.1 GiB`.
  public static String amountWithUnit(ResourceType type, long amount) {
    return switch (type) {
      case CREDITS, TOKENS, API_CALLS -> count(amount) + " " + unit(type, amount);
      case TIME, MEMORY, STORAGE, NETWORK, COMPUTE -> amount(type, amount);
    };
  }

  /// Every digit: `38,812 tokens`.
  public static String exact(ResourceType type, long amount) {
    return whole(amount) + " " + unit(type, amount);
  }

  /// Every digit of a plain number: `38,812`.
  public static String whole(long number) {
    return Wording.number("%,d", number);
  }

  /// Every digit of a number with decimals: `0.002`.
  public static String decimals(BigDecimal number) {
    return Wording.decimalSign(number.toPlainString());
  }

  /// A factor: `0.1`, `2.5`, `60`.
  public static String factor(double factor) {
    return tenths(factor);
  }

  /// By how much the units of a type differ from one to the next.
  public static int base(ResourceType type) {
    return type == ResourceType.MEMORY || type == ResourceType.STORAGE ? 1024 : 1000;
  }

  /// What is measured, as a heading: `Tokens`, `API calls`.
  public static String name(ResourceType type) {
    return Wording.text("type." + type.name());
  }

  /// A plain count in short form: `999`, `1.2k`, `45M`.
  public static String count(long count) {
    return stepped(count, 1000, COUNT_STEPS, "");
  }

  /// How much of `whole` is `part`, in percent, rounded down so that nothing looks full before it
  /// is: `83 %`; `<1 %` for less than one and more than nothing; `∞ %` of nothing.
  public static String percent(long part, long whole) {
    if (part <= 0) {
      return "0 %";
    }
    if (whole <= 0) {
      return "∞ %";
    }
    long percent = (long) Math.floor(100.0 * part / whole);
    if (percent >= 10_000) {
      return "×" + count(percent / 100);
    }
    return percent == 0 ? "<1 %" : percent + " %";
  }

  private static String unit(ResourceType type, long amount) {
    String many = amount == 1 ? "one" : "many";
    return Wording.text("unit." + type.name() + "." + many);
  }

  private static String cores(long millicores) {
    if (Math.abs(millicores) >= 1_000_000) {
      return Wording.text("cores.many", count(millicores / 1000));
    }
    double value = millicores / 1000.0;
    boolean part = millicores != 0 && Math.abs(millicores) < 1000;
    String cores = part ? Wording.number("%.2f", value) : tenths(value);
    return Wording.text(cores.equals("1") ? "cores.one" : "cores.many", cores);
  }

  private static String stepped(long amount, int base, String[] steps, String gap) {
    double value = Math.abs((double) amount);
    int step = 0;
    // What would be rounded up to the base is shown in the next step: 999,960 is 1M, not 1000k.
    while (step < steps.length - 1 && value >= base - (step == 0 ? 0 : 0.5)) {
      value /= base;
      step++;
    }
    String sign = amount < 0 ? "−" : "";
    String number = step == 0 ? Long.toString((long) value) : tenths(value);
    return sign + number + gap + steps[step];
  }

  /// One decimal below 100, none above, and none that is zero.
  static String tenths(double value) {
    if (Math.abs(value) >= 99.95) {
      return Wording.number("%.0f", value);
    }
    boolean whole = Math.round(value * 10) % 10 == 0;
    return Wording.number(whole ? "%.0f" : "%.1f", value);
  }
}
