package dev.headroom.history.suggestion;

import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Children of one scope of whom one lacks what another never uses.
final class UnevenSiblings implements Adviser {
  private static final double MARGIN = 1.1;
  private static final int WINDOWS_MANY = 20;

  /// So many give something at most.
  private static final int SPARES_MAX = 8;

  private record Family(ScopePath parent, LimitKey key) implements Comparable<Family> {
    @Override
    public int compareTo(Family other) {
      int byParent = parent.compareTo(other.parent);
      return byParent != 0 ? byParent : key.toString().compareTo(other.key.toString());
    }
  }

  private record Spare(Limit limit, Slack slack) {
    long amount() {
      return limit.terms().amount() - slack.keep();
    }
  }

  private record Need(Limit limit, Shortage shortage, long amount) {}

  @Override
  public List<Candidate> look(Course course) {
    Map<Family, List<Limit>> families = new TreeMap<>();
    for (Limit limit : course.limits()) {
      limit
          .path()
          .parent()
          .filter(parent -> parent.isWithin(course.below()))
          .ifPresent(parent ->
              families
                  .computeIfAbsent(new Family(parent, limit.key()), _ -> new ArrayList<>())
                  .add(limit));
    }
    return families.entrySet().stream()
        .filter(family -> family.getValue().size() > 1)
        .flatMap(family -> look(course, family.getKey(), family.getValue()).stream())
        .toList();
  }

  private static Optional<Candidate> look(Course course, Family family, List<Limit> children) {
    Optional<Need> neediest =
        children.stream()
            .flatMap(limit -> need(course, limit).stream())
            .max(Comparator.comparingLong(need -> need.shortage().denied()));
    List<Spare> spares =
        children.stream()
            .flatMap(
                limit -> Slack.of(course, limit).map(slack -> new Spare(limit, slack)).stream())
            .sorted(Comparator.comparingLong(Spare::amount).reversed())
            .limit(SPARES_MAX)
            .toList();
    long spare = spares.stream().mapToLong(Spare::amount).sum();
    return neediest
        .filter(need -> spare >= need.amount() / 2 && need.amount() > 0)
        .map(need -> candidate(family, need, spares, Math.min(spare, need.amount())));
  }

  private static Optional<Need> need(Course course, Limit limit) {
    return Shortage.of(course, limit)
        .filter(shortage -> !shortage.isSpiky())
        .map(shortage ->
            new Need(
                limit,
                shortage,
                Rounding.up(limit.type(), shortage.wanted() * MARGIN) - limit.terms().amount()));
  }

  private static Candidate candidate(Family family, Need need, List<Spare> spares, long moved) {
    List<Remedy.Rebalance.Share> shares = new ArrayList<>();
    List<Limit> limits = new ArrayList<>();
    add(need.limit(), need.limit().terms().amount() + moved, shares, limits);
    long left = moved;
    int windows = need.shortage().windows();
    for (Spare spare : spares) {
      long given = Math.min(left, spare.amount());
      if (given > 0) {
        add(spare.limit(), spare.limit().terms().amount() - given, shares, limits);
        left -= given;
        windows = Math.min(windows, spare.slack().windows());
      }
    }
    shares.sort(Comparator.comparing(Remedy.Rebalance.Share::path));
    boolean sure = windows >= WINDOWS_MANY;
    Candidate candidate =
        Candidate.ofLimits(
            need.limit(),
            new Remedy.Rebalance(family.key(), shares),
            evidence(need, spares, windows),
            Target.of(Measure.DENIED, need.limit().path()),
            limits);
    return new Candidate(
        family.parent(),
        candidate.type(),
        candidate.remedy(),
        candidate.evidence(),
        candidate.target(),
        limits,
        List.of(),
        candidate.callers(),
        sure ? Degree.LOW : Degree.MEDIUM,
        DenyingLimits.confidence(need.shortage()));
  }

  private static void add(
      Limit limit, long amount, List<Remedy.Rebalance.Share> shares, List<Limit> limits) {
    shares.add(new Remedy.Rebalance.Share(limit.path(), limit.terms().amount(), amount));
    limits.add(limit.with(limit.terms().withAmount(amount)));
  }

  private static List<Figure> evidence(Need need, List<Spare> spares, int windows) {
    return List.of(
        Figure.of(Measure.DENIED, need.shortage().denied()),
        Figure.of(Measure.WANTED, need.shortage().wanted()),
        Figure.of(Measure.NEVER_USED, spares.stream().mapToLong(Spare::amount).sum()),
        Figure.of(Measure.WINDOWS, windows));
  }
}
