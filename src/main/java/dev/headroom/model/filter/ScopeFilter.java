package dev.headroom.model.filter;

import dev.headroom.model.InvalidValueException;
import java.util.List;

/// Which scopes are looked for: those of which all terms hold.
///
/// Terms are separated by spaces. `nightly` and `/user:ada/swarm:s*` look into paths; `user:bot*`
/// asks for a name along the path; `tokens>80` compares percent of the nearest own limit,
/// `tokens>10k` an amount, `tokens.left<5k` and `tokens.limit>=1M` what that limit leaves and
/// allows, `pressure>80` percent of whatever type; `waiting>0`, `alerts>2` and `children>10` count;
/// `state:active` and the like; `!` before a term means the opposite.
///
/// @param text as it was written
/// @param terms what it says
public record ScopeFilter(String text, List<Term> terms) {
  /// All scopes.
  public static final ScopeFilter ALL = new ScopeFilter("", List.of());

  public ScopeFilter {
    terms = List.copyOf(terms);
  }

  /// Reads a filter.
  ///
  /// @throws InvalidValueException where it means nothing, saying where and why
  public static ScopeFilter of(String text) {
    return switch (FilterReading.of(text)) {
      case FilterReading.Understood(var filter) -> filter;
      case FilterReading.Faulty(var fault) -> throw new InvalidValueException(fault.sentence());
    };
  }

  /// Scopes whose paths contain all of these words.
  public static ScopeFilter words(List<String> words) {
    return new ScopeFilter(
        String.join(" ", words),
        words.stream().<Term>map(word -> new Term.Contains(new Glob(word))).toList());
  }

  /// Whether it leaves nothing out.
  public boolean isAll() {
    return terms.isEmpty();
  }
}
