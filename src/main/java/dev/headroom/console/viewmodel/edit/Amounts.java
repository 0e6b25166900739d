package dev.headroom.console.viewmodel.edit;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Amount;
import dev.headroom.model.AmountText;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads amounts as people type them: `10k`, `1.5M`, `8 GiB`, `2h`, `1.5 cores`, `20 MB/s`. Only
/// whole units come of it; what would have to be rounded is refused. Pure.
public final class Amounts {
  private static final BigDecimal MAX = BigDecimal.valueOf(Amount.MAX);

  private static final Pattern GROUPED = Pattern.compile("[1-9]\\d{0,2}(\\.\\d{3})+(?![.\\d])");

  private Amounts() {}

  /// Reads an amount of a type, in its unit.
  public static Typed<Long> read(ResourceType type, String text) {
    if (type == ResourceType.TIME && !text.strip().matches("[0-9]+")) {
      return Spans.read(text).map(java.time.Duration::toMillis);
    }
    Optional<BigDecimal> read =
        AmountText.read(type, plain(text).replaceFirst("(?i)kerne?$", "cores"));
    if (read.isEmpty()) {
      return wrong(type);
    }
    BigDecimal amount = read.get();
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
    String plain = plain(text);
    if (!plain.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
      return new Typed.Wrong<>(Wording.text("typed.cost"));
    }
    return new Typed.Right<>(Money.of(new BigDecimal(plain)));
  }

  /// A number that was typed, as programs write it: in German `1,5M` means `1.5M`, and `1.500`
  /// means `1500`.
  public static String plain(String typed) {
    String text = typed.strip();
    if (Wording.language() != Language.GERMAN) {
      return text;
    }
    Matcher grouped = GROUPED.matcher(text);
    String whole = grouped.lookingAt() ? text.replace(".", "") : text;
    return whole.replace(',', '.');
  }

  private static <T> Typed<T> wrong(ResourceType type) {
    return new Typed.Wrong<>(Wording.text("typed.wrong." + type.name()));
  }
}
