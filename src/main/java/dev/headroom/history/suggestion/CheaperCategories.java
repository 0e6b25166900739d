package dev.headroom.history.suggestion;

import dev.headroom.model.Money;
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
import java.util.Optional;
import java.util.TreeMap;

/// Work that is done in a dear category, and elsewhere or at times in a cheaper one.
final class CheaperCategories implements Adviser {
  private static final int USES_LEAST = 10;
  private static final int USES_MANY = 30;

  /// A price that is not so many times the other is about the same.
  private static final double TIMES_DEARER = 1.5;

  /// Work that takes so many times as much, or less than one in so many, is other work.
  private static final double SIZE_TIMES = 2;

  /// What one category was used for.
  private record Bill(String category, ResourceType type, long uses, double amount, double micros) {
    double price() {
      return micros / amount;
    }

    double size() {
      return amount / uses;
    }
  }

  @Override
  public List<Candidate> look(Course course) {
    Map<String, List<Job>> byPurpose = new TreeMap<>();
    course
        .ownCrews()
        .forEach((crew, jobs) ->
            byPurpose.computeIfAbsent(crew.purpose(), _ -> new ArrayList<>()).addAll(jobs));
    List<Candidate> found = new ArrayList<>();
    for (Map.Entry<Crew, List<Job>> each : course.ownCrews().entrySet()) {
      List<Bill> own = bills(each.getValue());
      List<Bill> known = bills(byPurpose.getOrDefault(each.getKey().purpose(), List.of()));
      for (Bill dear : own) {
        cheapest(dear, known)
            .map(cheap -> candidate(course, each.getKey(), dear, new Known(cheap, own)))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private static List<Bill> bills(List<Job> jobs) {
    Map<String, Bill> bills = new TreeMap<>();
    for (Job job : jobs) {
      for (Deed.Use use : job.uses()) {
        long micros = use.cost().map(Money::micros).orElse(0L);
        if (micros > 0 && use.amount() > 0 && !use.category().isEmpty()) {
          Bill one = new Bill(use.category(), use.type(), 1, use.amount(), micros);
          bills.merge(use.category() + " " + use.type(), one, CheaperCategories::sum);
        }
      }
    }
    return bills.values().stream().filter(bill -> bill.uses >= USES_LEAST).toList();
  }

  private static Bill sum(Bill one, Bill other) {
    return new Bill(
        one.category,
        one.type,
        one.uses + other.uses,
        one.amount + other.amount,
        one.micros + other.micros);
  }

  private static Optional<Bill> cheapest(Bill dear, List<Bill> known) {
    return known.stream()
        .filter(bill -> bill.type == dear.type && !bill.category.equals(dear.category))
        .filter(bill -> bill.price() * TIMES_DEARER <= dear.price())
        .filter(bill ->
            bill.size() <= dear.size() * SIZE_TIMES && bill.size() * SIZE_TIMES >= dear.size())
        .min(Comparator.comparingDouble(Bill::price));
  }

  private record Known(Bill cheap, List<Bill> own) {
    boolean byTheSame() {
      return own.stream().anyMatch(bill -> bill.category.equals(cheap.category));
    }
  }

  private static Candidate candidate(Course course, Crew crew, Bill dear, Known known) {
    Bill cheap = known.cheap;
    Target target = Target.of(Measure.COST, crew.place());
    List<Figure> evidence =
        List.of(
            new Figure(
                Measure.PRICE,
                BigDecimal.valueOf(Math.round((dear.price() / cheap.price() - 1) * 100))),
            Figure.of(Measure.REQUESTS, dear.uses),
            Figure.of(Measure.CONSUMED, Math.round(dear.amount)),
            new Figure(Measure.COST, course.books().read(target, course.to())));
    Candidate candidate =
        Candidate.ofCallers(
            crew,
            new Remedy.Substitute(crew.purpose(), dear.category, cheap.category),
            evidence,
            target,
            all -> substitute(all, crew, dear, cheap));
    return candidate
        .of(dear.type)
        .with(
            known.byTheSame() ? Degree.MEDIUM : Degree.HIGH,
            cheap.uses >= USES_MANY && dear.uses >= USES_MANY ? Degree.HIGH : Degree.MEDIUM);
  }

  private static List<Job> substitute(List<Job> all, Crew crew, Bill dear, Bill cheap) {
    return all.stream()
        .map(job ->
            job.crew().equals(crew)
                ? job.withDeeds(
                    job.deeds().stream().map(deed -> substitute(deed, dear, cheap)).toList())
                : job)
        .toList();
  }

  private static Deed substitute(Deed deed, Bill dear, Bill cheap) {
    return deed instanceof Deed.Use use
            && use.cost().isPresent()
            && use.category().equals(dear.category)
            && use.type() == dear.type
        ? use.priced(cheap.category, new Money(Math.round(use.amount() * cheap.price())))
        : deed;
  }
}
