package dev.headroom.console.viewmodel.bulk;

import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.edit.Amounts;
import dev.headroom.console.viewmodel.edit.LimitIndex;
import dev.headroom.console.viewmodel.edit.Typed;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is typed to say how many limits are changed. Says what is wrong while it is typed. One
/// thread.
public final class BulkForm {
  private static final Pattern FACTOR =
      Pattern.compile("[×x*]?\\s*([0-9]{1,6}(?:\\.[0-9]{1,6})?)\\s*(%?)");
  private static final BigDecimal FACTOR_MAX = BigDecimal.valueOf(1000);

  /// What is done.
  public enum Deed {
    SET,
    SCALE,
    ADD,
    COPY,
    REMOVE
  }

  private Deed deed = Deed.SCALE;
  private Optional<LimitKey> key = Optional.empty();
  private String amount = "";
  private String factor = "1.2";
  private String difference = "";
  private String source = "";
  private boolean alsoNew;

  public Deed deed() {
    return deed;
  }

  public void setDeed(Deed chosen) {
    deed = chosen;
  }

  /// Of which type and period; all limits where it is empty.
  Optional<LimitKey> key() {
    return key;
  }

  void setKey(Optional<LimitKey> chosen) {
    key = chosen;
  }

  public String amount() {
    return amount;
  }

  public void setAmount(String typed) {
    amount = typed;
  }

  public String factor() {
    return factor;
  }

  public void setFactor(String typed) {
    factor = typed;
  }

  public String difference() {
    return difference;
  }

  public void setDifference(String typed) {
    difference = typed;
  }

  /// The address of the scope that is copied from.
  public String source() {
    return source;
  }

  public void setSource(String typed) {
    source = typed;
  }

  public boolean alsoNew() {
    return alsoNew;
  }

  public void setAlsoNew(boolean chosen) {
    alsoNew = chosen;
  }

  /// By which rule it is done, in a sentence.
  public String rule() {
    return Wording.text("bulk.rule." + deed.name());
  }

  /// What is wrong with what is typed, as far as that can be said without knowing the limits; empty
  /// where nothing is.
  public String problem() {
    return step(LimitIndex.of(List.of()), false).problem();
  }

  /// What it is called in the change set: `Tokens per day ×1.2`.
  String name() {
    String what = key.map(BulkRow::name).orElse(Wording.text("bulk.key.all"));
    String typed =
        switch (deed) {
          case SET -> amount;
          case SCALE -> "×" + factor.strip().replaceFirst("^[×x*]\\s*", "");
          case ADD -> difference;
          case COPY -> source;
          case REMOVE -> "";
        };
    return Wording.text("bulk.name." + deed.name(), what, typed.strip());
  }

  /// What is done, or the first thing that is wrong.
  Typed<BulkStep> step(LimitIndex limits) {
    return step(limits, true);
  }

  private Typed<BulkStep> step(LimitIndex limits, boolean strict) {
    return switch (deed) {
      case SET ->
          key.isEmpty()
              ? wrong("bulk.key.missing")
              : Amounts.read(key.get().type(), amount)
                  .map(value -> new BulkStep.SetTo(key.get(), value, alsoNew));
      case SCALE -> readFactor().map(value -> new BulkStep.Scale(key, value));
      case ADD ->
          key.isEmpty()
              ? wrong("bulk.key.missing")
              : readDifference(key.get().type()).map(value -> new BulkStep.Add(key.get(), value));
      case COPY -> readSource(limits, strict);
      case REMOVE -> new Typed.Right<>(new BulkStep.Remove(key));
    };
  }

  private Typed<BigDecimal> readFactor() {
    Matcher form = FACTOR.matcher(Amounts.plain(factor.strip()));
    if (!form.matches()) {
      return wrong("bulk.factor.wrong");
    }
    BigDecimal number = new BigDecimal(form.group(1));
    BigDecimal read = form.group(2).isEmpty() ? number : number.movePointLeft(2);
    return read.signum() == 0 || read.compareTo(FACTOR_MAX) > 0
        ? wrong("bulk.factor.wrong")
        : new Typed.Right<>(read);
  }

  private Typed<Long> readDifference(ResourceType type) {
    String plain = difference.strip();
    boolean less = plain.startsWith("-") || plain.startsWith("−");
    String amountText = less || plain.startsWith("+") ? plain.substring(1) : plain;
    return Amounts.read(type, amountText).map(value -> less ? -value : value);
  }

  private Typed<BulkStep> readSource(LimitIndex limits, boolean strict) {
    try {
      ScopePath from = ScopePath.of(source.strip());
      List<Limit> copied =
          limits.at(from).stream()
              .filter(limit -> key.isEmpty() || key.get().equals(limit.key()))
              .toList();
      return copied.isEmpty() && strict
          ? new Typed.Wrong<>(Wording.text("bulk.source.none", Phrases.scope(from)))
          : new Typed.Right<>(new BulkStep.Copy(from, copied));
    } catch (InvalidValueException invalid) {
      return wrong("bulk.source.wrong");
    }
  }

  private static <T> Typed<T> wrong(String key) {
    return new Typed.Wrong<>(Wording.text(key));
  }
}
