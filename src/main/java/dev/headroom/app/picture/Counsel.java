package dev.headroom.app.picture;

import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Gain;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import dev.headroom.model.suggestion.Suggestion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Suggestions of the kinds that no scenario brings about within half an hour.
final class Counsel {
  private static final String DRAWING = "draw a cover";
  private static final String EMBEDDING = "embed a document";

  private Counsel() {}

  /// @param limit one that holds
  /// @param to the present
  static Advice about(Limit limit, Instant to) {
    long amount = limit.terms().amount();
    return new Advice(
        ScopePath.ROOT,
        to.minus(Duration.ofMinutes(30)),
        to,
        26_662,
        List.of(
            suggestion(
                "/user:newsdesk",
                ResourceType.COMPUTE,
                new Remedy.SubstituteType(DRAWING, ResourceType.COMPUTE, ResourceType.TIME),
                new Gain(Measure.COST, decimal("48.25"), decimal("16.1")),
                Figure.of(Measure.REQUESTS, 412),
                Figure.of(Measure.ALTERNATIVE, 38),
                Figure.of(Measure.PRICE, 200)),
            suggestion(
                "/user:library/swarm:embedders",
                ResourceType.TOKENS,
                new Remedy.Batch(EMBEDDING, 25),
                new Gain(Measure.WAITING, decimal("5400000"), decimal("360000")),
                Figure.of(Measure.REQUESTS, 9_800),
                Figure.of(Measure.CONSUMED, 41_000_000)),
            suggestion(
                "/user:nightly-jobs",
                ResourceType.COMPUTE,
                new Remedy.Schedule("rebuild the index", 9, 2, 3),
                new Gain(Measure.WAITED, decimal("214"), decimal("12")),
                Figure.of(Measure.BUSY, 94),
                Figure.of(Measure.IDLE, 12)),
            suggestion(
                limit.path().text(),
                limit.type(),
                new Remedy.Soften(limit.key(), amount, Duration.ofMinutes(2)),
                new Gain(Measure.DENIED, decimal("61"), decimal("4")),
                Figure.of(Measure.WINDOWS_DENYING, 9),
                Figure.of(Measure.LONGEST_SPIKE, 95_000))),
        List.of());
  }

  private static Suggestion suggestion(
      String path, ResourceType type, Remedy remedy, Gain gain, Figure... evidence) {
    return new Suggestion(
        ScopePath.of(path),
        Optional.of(type),
        remedy,
        List.of(evidence),
        gain,
        gain.saved(),
        Degree.LOW,
        Degree.MEDIUM,
        List.of());
  }

  private static BigDecimal decimal(String number) {
    return new BigDecimal(number);
  }
}
