package dev.headroom.history.suggestion;

import dev.headroom.model.Config;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// All that is known of a span, for those who look for what could be better. Looked at, not
/// changed.
///
/// @param below at and below which scope suggestions are wanted
/// @param config what holds at the span's end
/// @param demand what was asked for
/// @param books what it came to
/// @param crews the jobs that began in the span, by who asked
/// @param denied the jobs that were denied, by what denied them
public record Course(
    ScopePath below,
    Config config,
    Demand demand,
    Books books,
    Map<Crew, List<Job>> crews,
    Map<ConstraintRef, List<Job>> denied) {

  /// What is known of a span.
  public static Course of(ScopePath below, Config config, Demand demand, Books books) {
    Map<Crew, List<Job>> crews = new TreeMap<>();
    Map<ConstraintRef, List<Job>> denied = new HashMap<>();
    for (Job job : demand.jobs()) {
      if (job.standing().isEmpty()) {
        crews.computeIfAbsent(job.crew(), _ -> new ArrayList<>()).add(job);
      }
      for (ConstraintRef binding :
          job.denials().stream().map(Denial::binding).distinct().toList()) {
        denied.computeIfAbsent(binding, _ -> new ArrayList<>()).add(job);
      }
    }
    return new Course(below, config, demand, books, crews, denied);
  }

  /// The limits about which something may be suggested.
  List<Limit> limits() {
    return config.limits().stream().filter(limit -> limit.path().isWithin(below)).toList();
  }

  /// A limit as it holds at the span's end.
  Optional<Limit> limit(ScopePath path, LimitKey key) {
    return config.limits().stream()
        .filter(limit -> limit.path().equals(path) && limit.key().equals(key))
        .findFirst();
  }

  /// How a limit was used, in windows that were seen whole, as far as it had the terms that it has.
  List<Window> windows(Limit limit) {
    return books
        .watch(limit.path(), limit.key())
        .filter(watch -> watch.limit().terms().amount() == limit.terms().amount())
        .map(watch -> watch.wholeWindows(to()))
        .orElse(List.of());
  }

  /// What a limit denied.
  List<Job> deniedBy(Limit limit) {
    return denied.getOrDefault(limit.ref(), List.of());
  }

  /// The crews about which something may be suggested.
  Map<Crew, List<Job>> ownCrews() {
    Map<Crew, List<Job>> own = new TreeMap<>();
    crews.forEach((crew, jobs) -> {
      if (crew.place().isWithin(below)) {
        own.put(crew, jobs);
      }
    });
    return own;
  }

  /// The end of the span, in epoch milliseconds.
  long to() {
    return demand.to().toEpochMilli();
  }
}
