package dev.headroom.model.suggestion;

import dev.headroom.model.Change;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Something that could be done better, why, and what that would bring.
///
/// @param path the scope that it is about
/// @param type the resource type that it is about, where it is one
/// @param remedy what is to be done
/// @param evidence what was seen
/// @param gain what it would have brought
/// @param hourly what it would bring in an hour, on average
/// @param risk how much could go wrong
/// @param confidence how much evidence there is
/// @param changes the change set that does it; empty where callers have to do it
public record Suggestion(
    ScopePath path,
    Optional<ResourceType> type,
    Remedy remedy,
    List<Figure> evidence,
    Gain gain,
    BigDecimal hourly,
    Degree risk,
    Degree confidence,
    List<Change> changes) {
  public Suggestion {
    hourly = Decimals.normal(hourly);
    evidence = List.copyOf(evidence);
    changes = List.copyOf(changes);
  }

  /// What tells it from others; the same whenever it is made again.
  public SuggestionId id() {
    return SuggestionId.of(remedy.kind(), path, remedy.subject());
  }

  /// One figure of the evidence.
  public Optional<BigDecimal> figure(Measure measure) {
    return evidence.stream()
        .filter(each -> each.measure() == measure)
        .map(Figure::value)
        .findFirst();
  }
}
