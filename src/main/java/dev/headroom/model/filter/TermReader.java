package dev.headroom.model.filter;

import dev.headroom.model.Amount;
import dev.headroom.model.AmountText;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads one term of a filter.
final class TermReader {
  private static final Pattern COMPARED = Pattern.compile("([^<>=!:]*)(>=|<=|!=|>|<|=)(.*)");
  private static final Pattern PERCENT = Pattern.compile("[0-9]{1,6}%?");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final Map<String, Term.Measure> COUNTS =
      Map.of(
          "waiting", Term.Measure.WAITING,
          "alerts", Term.Measure.ALERTS,
          "children", Term.Measure.CHILDREN);
  private static final Map<String, Term.Measure> PARTS =
      Map.of(
          "used", Term.Measure.USED,
          "left", Term.Measure.LEFT,
          "limit", Term.Measure.LIMIT);

  private final String word;
  private final int start;
  private FilterFault fault;

  /// @param start where the word stands in the filter
  TermReader(String word, int start) {
    this.word = word;
    this.start = start;
    fault = new FilterFault(start, start + word.length(), FilterFault.Reason.MISSING, word);
  }

  /// What it means; nothing where there is a [#fault].
  Optional<Term> read() {
    boolean negated = word.startsWith("!");
    String positive = negated ? word.substring(1) : word;
    Optional<Term> term = positive.isEmpty() ? Optional.empty() : positive(positive);
    return negated ? term.map(Term.Not::new) : term;
  }

  FilterFault fault() {
    return fault;
  }

  private Optional<Term> positive(String text) {
    Matcher compared = COMPARED.matcher(text);
    if (compared.matches()) {
      Comparison comparison = Comparison.EQUAL;
      for (Comparison each : Comparison.values()) {
        comparison = each.sign().equals(compared.group(2)) ? each : comparison;
      }
      return compares(compared.group(1).toLowerCase(Locale.ROOT), comparison, compared.group(3));
    }
    int colon = text.indexOf(':');
    boolean isField = colon > 0 && text.indexOf('/') < 0;
    return isField
        ? field(text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1))
        : Optional.of(new Term.Contains(new Glob(text)));
  }

  private Optional<Term> field(String name, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!name.equals("state")) {
      Optional<Term> named =
          ScopeKind.ofWord(name).map(kind -> new Term.Named(kind, new Glob(value)));
      return named.isPresent() ? named : fail(FilterFault.Reason.FIELD, name);
    }
    for (Term.State state : Term.State.values()) {
      if (state.name().equalsIgnoreCase(value)) {
        return Optional.of(new Term.In(state));
      }
    }
    return fail(FilterFault.Reason.STATE, value);
  }

  private Optional<Term> compares(String field, Comparison comparison, String value) {
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Term.Measure count = COUNTS.get(field);
    if (count != null) {
      return COUNT.matcher(value).matches()
          ? Optional.of(
              new Term.Compares(count, Optional.empty(), comparison, Long.parseLong(value)))
          : fail(FilterFault.Reason.NUMBER, value);
    }
    if (field.equals("cost")) {
      return number(Term.Measure.COST, ResourceType.CREDITS, comparison, value, Money.SCALE);
    }
    if (field.equals("changed")) {
      return number(Term.Measure.CHANGED, ResourceType.TIME, comparison, value, 0);
    }
    if (field.equals("pressure")) {
      return percent(Optional.empty(), comparison, value);
    }
    int dot = field.indexOf('.');
    Optional<ResourceType> type = type(dot < 0 ? field : field.substring(0, dot));
    Term.Measure part = dot < 0 ? Term.Measure.USED : PARTS.get(field.substring(dot + 1));
    if (type.isEmpty() || part == null) {
      return fail(FilterFault.Reason.FIELD, field);
    }
    return dot < 0 && PERCENT.matcher(value).matches()
        ? percent(type, comparison, value)
        : amount(part, type.get(), comparison, value);
  }

  private Optional<Term> percent(Optional<ResourceType> type, Comparison comparison, String value) {
    return PERCENT.matcher(value).matches()
        ? Optional.of(
            new Term.Compares(
                Term.Measure.PERCENT, type, comparison, Long.parseLong(value.replace("%", ""))))
        : fail(FilterFault.Reason.NUMBER, value);
  }

  private Optional<Term> amount(
      Term.Measure measure, ResourceType type, Comparison comparison, String value) {
    Optional<BigDecimal> amount =
        AmountText.read(type, value)
            .filter(read -> read.scale() <= 0)
            .filter(read -> read.compareTo(BigDecimal.valueOf(Amount.MAX)) <= 0);
    return amount.isEmpty()
        ? fail(FilterFault.Reason.NUMBER, value)
        : Optional.of(
            new Term.Compares(
                measure, Optional.of(type), comparison, amount.get().longValueExact()));
  }

  /// A measure that is not one of a type, though its values are written like those of one.
  ///
  /// @param decimals by how many it is finer than that
  private Optional<Term> number(
      Term.Measure measure, ResourceType like, Comparison comparison, String value, int decimals) {
    Optional<BigDecimal> number =
        AmountText.read(like, value)
            .map(read -> read.movePointRight(decimals).stripTrailingZeros())
            .filter(read -> read.scale() <= 0)
            .filter(read -> read.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0);
    return number.isEmpty()
        ? fail(FilterFault.Reason.NUMBER, value)
        : Optional.of(
            new Term.Compares(
                measure, Optional.empty(), comparison, number.get().longValueExact()));
  }

  private static Optional<ResourceType> type(String name) {
    return ResourceType.ALL.stream()
        .filter(type -> type.name().replace("_", "").equalsIgnoreCase(name.replaceAll("[_-]", "")))
        .findFirst();
  }

  private Optional<Term> fail(FilterFault.Reason reason, String part) {
    int at =
        start
            + Math.max(0, word.toLowerCase(Locale.ROOT).lastIndexOf(part.toLowerCase(Locale.ROOT)));
    fault = new FilterFault(at, at + part.length(), reason, part);
    return Optional.empty();
  }
}
