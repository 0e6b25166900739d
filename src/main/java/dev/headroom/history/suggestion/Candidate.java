package dev.headroom.history.suggestion;

import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A suggestion of which is not known yet what it would bring.
///
/// @param path the scope that it is about
/// @param type the resource type that it is about, where it is one
/// @param remedy what is to be done
/// @param evidence what was seen
/// @param target what it is meant to lessen
/// @param limits those limits that it changes, as they would be
/// @param pools those pools that it changes, as they would be
/// @param callers how callers would ask instead
/// @param risk how much could go wrong
/// @param confidence how much evidence there is
public record Candidate(
    ScopePath path,
    Optional<ResourceType> type,
    Remedy remedy,
    List<Figure> evidence,
    Target target,
    List<Limit> limits,
    List<Pool> pools,
    UnaryOperator<List<Job>> callers,
    Degree risk,
    Degree confidence) {
  /// One that changes limits.
  static Candidate ofLimits(
      Limit about, Remedy remedy, List<Figure> evidence, Target target, List<Limit> limits) {
    return new Candidate(
        about.path(),
        Optional.of(about.type()),
        remedy,
        evidence,
        target,
        limits,
        List.of(),
        UnaryOperator.identity(),
        Degree.LOW,
        Degree.LOW);
  }

  /// One that changes what callers do.
  static Candidate ofCallers(
      Crew crew,
      Remedy remedy,
      List<Figure> evidence,
      Target target,
      UnaryOperator<List<Job>> callers) {
    return new Candidate(
        crew.place(),
        target.type(),
        remedy,
        evidence,
        target,
        List.of(),
        List.of(),
        callers,
        Degree.LOW,
        Degree.LOW);
  }

  /// The same about a type.
  Candidate of(ResourceType about) {
    return new Candidate(
        path,
        Optional.of(about),
        remedy,
        evidence,
        target,
        limits,
        pools,
        callers,
        risk,
        confidence);
  }

  /// How much there is to it, next to others of its kind.
  double weight() {
    if (remedy instanceof Remedy.ReduceAllowance(var _, long from, long to)) {
      return 1 - (double) to / from;
    }
    return evidence.stream()
        .filter(figure -> figure.measure() != Measure.ALLOWED)
        .mapToDouble(figure -> figure.value().doubleValue())
        .findFirst()
        .orElse(0);
  }

  /// The same, so risky and so sure.
  Candidate with(Degree otherRisk, Degree otherConfidence) {
    return new Candidate(
        path, type, remedy, evidence, target, limits, pools, callers, otherRisk, otherConfidence);
  }
}
