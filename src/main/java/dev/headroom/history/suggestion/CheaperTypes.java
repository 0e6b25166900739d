package dev.headroom.history.suggestion;

import dev.headroom.model.Money;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.suggestion.Degree;
import dev.headroom.model.suggestion.Figure;
import dev.headroom.model.suggestion.Measure;
import dev.headroom.model.suggestion.Remedy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Work that asks for a dear type, and would do with a cheaper one.
///
/// Nobody but the caller can know that one type does for another, and how much of it. So one type
/// is taken to do for another where the work's own requests name it as the alternative (A1), by as
/// much as they name. And what it costs is taken from what was paid: the same work, there or
/// elsewhere, must have been done with it often enough.
///
/// A piece of work costs `c / n` with a type, where `n` pieces were granted that type and not the
/// other one, and `c` was charged for what they used of it. With the other type it would use `a ·
/// s` and cost `a · s · p`: `a` is what its request names as the alternative, `s` the share of what
/// was granted that pieces done with that type used, and `p` what a unit of that cost on average.
final class CheaperTypes implements Adviser {
  private static final int PIECES_LEAST = 10;
  private static final int PIECES_MANY = 30;

  /// What costs not so many times as much costs about the same.
  private static final double TIMES_DEARER = 1.5;

  /// From which type to which.
  private record Swap(ResourceType dear, ResourceType cheap) implements Comparable<Swap> {
    private static final Comparator<Swap> ORDER =
        Comparator.comparing(Swap::dear).thenComparing(Swap::cheap);

    @Override
    public int compareTo(Swap other) {
      return ORDER.compare(this, other);
    }

    /// The line of a request that names the cheap type as the alternative to the dear one; empty
    /// where there is none, or other lines ask for either as well.
    Optional<RequestLine> line(Job job) {
      List<RequestLine> about =
          job.request().lines().stream()
              .filter(line -> line.type() == dear || line.type() == cheap)
              .toList();
      return about.size() == 1
          ? about.stream()
              .filter(line -> line.type() == dear && alternative(line).isPresent())
              .findFirst()
          : Optional.empty();
    }

    Optional<RequestLine.Alternative> alternative(RequestLine line) {
      return line.alternatives().stream().filter(other -> other.type() == cheap).findFirst();
    }

    /// How much of the cheap type a job names as the alternative.
    long amount(Job job) {
      return line(job).flatMap(this::alternative).map(RequestLine.Alternative::amount).orElse(0L);
    }
  }

  /// What pieces of work that were done with one type, and not with the other, came to.
  ///
  /// @param told whether callers said what it cost, rather than a pool
  private record Bill(
      List<Job> pieces, double granted, double used, double micros, boolean told, String category) {
    static Bill of(List<Job> jobs, ResourceType with, ResourceType without) {
      List<Job> pieces =
          jobs.stream()
              .filter(job -> job.granted(with) > 0 && job.granted(without) == 0)
              .filter(job -> micros(job, with) > 0)
              .toList();
      List<Deed.Use> uses =
          pieces.stream()
              .flatMap(job -> job.uses().stream())
              .filter(use -> use.type() == with)
              .toList();
      return new Bill(
          pieces,
          pieces.stream().mapToDouble(job -> job.granted(with)).sum(),
          uses.stream().mapToDouble(Deed.Use::amount).sum(),
          pieces.stream().mapToDouble(job -> micros(job, with)).sum(),
          uses.stream().anyMatch(use -> use.cost().isPresent()),
          uses.isEmpty() ? "" : uses.getFirst().category());
    }

    private static double micros(Job job, ResourceType type) {
      return job.uses().stream()
          .filter(use -> use.type() == type)
          .mapToDouble(use -> use.charged().micros())
          .sum();
    }

    boolean isEnough() {
      return pieces.size() >= PIECES_LEAST;
    }

    double share() {
      return used / granted;
    }

    double price() {
      return micros / used;
    }

    double each() {
      return micros / pieces.size();
    }

    /// What callers would say that an amount costs; empty where a pool says so.
    Optional<Money> costSaid(long amount) {
      return told ? Optional.of(new Money(Math.round(amount * price()))) : Optional.empty();
    }
  }

  /// What is known of a swap.
  private record Case(Crew crew, Swap swap, Bill dear, Bill cheap, boolean own) {
    /// What the pieces that were done with the dear type would have cost with the cheap one, each.
    double eachThen() {
      double amounts = dear.pieces.stream().mapToDouble(swap::amount).sum();
      return amounts * cheap.share() * cheap.price() / dear.pieces.size();
    }

    boolean isWorthIt() {
      return dear.isEnough() && cheap.isEnough() && eachThen() * TIMES_DEARER <= dear.each();
    }
  }

  @Override
  public List<Candidate> look(Course course) {
    Map<String, List<Job>> byPurpose = new TreeMap<>();
    course
        .crews()
        .forEach((crew, jobs) ->
            byPurpose.computeIfAbsent(crew.purpose(), _ -> new ArrayList<>()).addAll(jobs));
    List<Candidate> found = new ArrayList<>();
    course
        .ownCrews()
        .forEach((crew, jobs) -> {
          List<Job> alike =
              crew.purpose().isEmpty()
                  ? jobs
                  : Objects.requireNonNull(byPurpose.get(crew.purpose()));
          swaps(jobs).stream()
              .map(swap -> look(crew, swap, jobs, alike))
              .filter(Case::isWorthIt)
              .min(Comparator.comparingDouble(Case::eachThen))
              .ifPresent(one -> found.add(candidate(course, one)));
        });
    return found;
  }

  /// What the requests of a crew name as alternatives.
  private static SortedSet<Swap> swaps(List<Job> jobs) {
    TreeSet<Swap> swaps = new TreeSet<>();
    for (Job job : jobs) {
      for (RequestLine line : job.request().lines()) {
        line.alternatives().stream()
            .map(other -> new Swap(line.type(), other.type()))
            .filter(swap -> swap.line(job).isPresent())
            .forEach(swaps::add);
      }
    }
    return swaps;
  }

  private static Case look(Crew crew, Swap swap, List<Job> jobs, List<Job> alike) {
    List<Job> asking = jobs.stream().filter(job -> swap.line(job).isPresent()).toList();
    return new Case(
        crew,
        swap,
        Bill.of(asking, swap.dear, swap.cheap),
        Bill.of(alike, swap.cheap, swap.dear),
        asking.stream().anyMatch(job -> job.granted(swap.cheap) > 0));
  }

  private static Candidate candidate(Course course, Case one) {
    Target target = Target.of(Measure.COST, one.crew.place());
    Bill dear = one.dear;
    List<Figure> evidence =
        List.of(
            new Figure(
                Measure.PRICE,
                BigDecimal.valueOf(Math.round((dear.each() / one.eachThen() - 1) * 100))),
            Figure.of(Measure.REQUESTS, dear.pieces.size()),
            Figure.of(Measure.ALTERNATIVE, one.cheap.pieces.size()),
            Figure.of(Measure.CONSUMED, Math.round(dear.used)),
            new Figure(Measure.COST, course.books().read(target, course.to())));
    boolean isMuch = one.cheap.pieces.size() >= PIECES_MANY && dear.pieces.size() >= PIECES_MANY;
    return Candidate.ofCallers(
            one.crew,
            new Remedy.SubstituteType(one.crew.purpose(), one.swap.dear, one.swap.cheap),
            evidence,
            target,
            all -> all.stream().map(job -> substitute(job, one)).toList())
        .of(one.swap.dear)
        .with(one.own ? Degree.LOW : Degree.MEDIUM, isMuch ? Degree.HIGH : Degree.MEDIUM);
  }

  private static Job substitute(Job job, Case one) {
    Swap swap = one.swap;
    Optional<RequestLine> line =
        job.standing().isEmpty() && job.crew().equals(one.crew) ? swap.line(job) : Optional.empty();
    return line.map(
            asked -> {
              Job otherwise = job.withRequest(job.request().withLines(swapped(job, asked, swap)));
              return job.granted(swap.dear) == 0
                  ? otherwise
                  : otherwise.withGrant(parts(job, swap), deeds(job, one));
            })
        .orElse(job);
  }

  /// The cheap type first, the dear one only where that cannot be had, then all other alternatives.
  private static List<RequestLine> swapped(Job job, RequestLine asked, Swap swap) {
    List<RequestLine.Alternative> others = new ArrayList<>();
    others.add(new RequestLine.Alternative(asked.type(), asked.amount()));
    asked.alternatives().stream().filter(other -> other.type() != swap.cheap).forEach(others::add);
    RequestLine turned =
        new RequestLine(swap.cheap, swap.amount(job), false, swap.amount(job), others);
    return job.request().lines().stream().map(line -> line.equals(asked) ? turned : line).toList();
  }

  private static List<Job.Part> parts(Job job, Swap swap) {
    return job.granted().stream()
        .map(part -> part.type() == swap.dear ? new Job.Part(swap.cheap, swap.amount(job)) : part)
        .toList();
  }

  private static List<Deed> deeds(Job job, Case one) {
    double size = (double) one.swap.amount(job) / job.granted(one.swap.dear);
    double used = size * one.cheap.share() / one.dear.share();
    return job.deeds().stream()
        .map(deed ->
            switch (deed) {
              case Deed.Use use when use.type() == one.swap.dear -> {
                long amount = Math.max(1, Math.round(use.amount() * used));
                yield use.with(
                    one.swap.cheap, amount, one.cheap.category, one.cheap.costSaid(amount));
              }
              case Deed.Resize resize when resize.type() == one.swap.dear ->
                  new Deed.Resize(
                      resize.after(),
                      resize.order(),
                      one.swap.cheap,
                      Math.max(1, Math.round(resize.amount() * size)));
              default -> deed;
            })
        .toList();
  }
}
