package dev.headroom.console.viewmodel;

import dev.headroom.model.Amount;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Explanation;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.TypeStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Turns what an instance says about scopes into what is drawn and read. Pure: the same state at
/// the same instant gives the same readings.
public final class Readings {
  /// The most pressing first, then the fullest.
  private static final Comparator<BarReading> BY_PRESSURE =
      Comparator.comparing(BarReading::level)
          .thenComparingDouble(BarReading::used)
          .reversed()
          .thenComparing(BarReading::name);

  private Readings() {}

  /// The bars of a scope's row: every type that is limited or in use there, the most pressing
  /// first.
  public static List<BarReading> bars(ScopeStatus status) {
    List<BarReading> bars = new ArrayList<>();
    for (TypeStatus type : status.types()) {
      if (hasBar(type)) {
        bars.add(bar(type));
      }
    }
    bars.sort(BY_PRESSURE);
    return List.copyOf(bars);
  }

  /// The type whose bar comes first.
  static Optional<TypeStatus> pressing(ScopeStatus status) {
    return status.types().stream()
        .filter(Readings::hasBar)
        .min(Comparator.comparing(Readings::bar, BY_PRESSURE));
  }

  private static boolean hasBar(TypeStatus type) {
    return type.tightest().isPresent() || type.reserved() + type.consumed() > 0;
  }

  /// What its bar shows as used.
  static long usedNow(TypeStatus status) {
    return status.tightest().map(LimitStatus::used).orElseGet(() -> used(status));
  }

  /// One type as a bar: against the scope's own tightest limit; else what it has reserved against
  /// that and what the chain of its ancestors leaves it. What it consumed in its life says nothing
  /// about an ancestor's window or a pool that refills.
  public static BarReading bar(TypeStatus status) {
    if (status.tightest().isPresent()) {
      LimitStatus limit = status.tightest().get();
      return bar(
          status.type(),
          new Shares(limit.consumed(), limit.reserved(), limit.allowance()),
          limit.limit().terms().amount(),
          limit.limit().terms().thresholds().percents());
    }
    long used = used(status);
    String name = Figures.name(status.type());
    if (status.headroom().isEmpty()) {
      String detail = Wording.text("bar.unbounded", Figures.amount(status.type(), used));
      return new BarReading(
          name, Level.UNBOUNDED, 0, 0, 1, List.of(), true, "", detail, name + ": " + detail);
    }
    long headroom = status.headroom().getAsLong();
    double reach = Math.max(1.0, (double) status.reserved() + Math.max(0, headroom));
    String amount = Figures.amount(status.type(), used);
    String left = Softness.left(status.type(), Math.max(0, headroom));
    return new BarReading(
        name,
        Level.CALM,
        0,
        status.reserved() / reach,
        1,
        List.of(),
        true,
        amount,
        left,
        name + ": " + Figures.exact(status.type(), used) + ", " + left);
  }

  /// What a scope may still use, of the type that presses most.
  static HeadroomReading headroom(ScopeStatus status) {
    Optional<TypeStatus> pressing =
        status.types().stream()
            .filter(type -> type.headroom().isPresent())
            .min(Comparator.comparingDouble(Readings::slack));
    if (pressing.isEmpty()) {
      return HeadroomReading.UNBOUNDED;
    }
    TypeStatus type = pressing.get();
    long headroom = type.headroom().orElseThrow();
    Level level = level(type, headroom);
    boolean own = type.binding().map(at -> at.path().equals(status.path())).orElse(false);
    boolean soft = headroom >= Amount.MAX;
    String amount =
        soft ? "∞" : Figures.amount(type.type(), own ? headroom : Math.max(0, headroom));
    String binding = type.binding().map(at -> Phrases.boundBy(at, status.path())).orElse("");
    String name = Figures.name(type.type());
    String sentence =
        soft
            ? Wording.text("headroom.sentence.soft", binding)
            : Wording.text("headroom.sentence", Figures.exact(type.type(), headroom), binding);
    return new HeadroomReading(amount, name, binding, level, sentence);
  }

  /// What calls for attention at and below a scope.
  static Tally tally(ScopeStatus status) {
    ScopeStatus.AlertCounts alerts = status.alerts();
    return new Tally(alerts.critical(), alerts.warning(), alerts.info(), status.waiters());
  }

  /// The tile of one type.
  static GaugeReading gauge(TypeStatus status, ScopePath path, Instant now) {
    ResourceType type = status.type();
    String left = left(status, path);
    if (status.tightest().isEmpty()) {
      long used = used(status);
      BarReading bar = bar(status);
      boolean bound = status.headroom().isPresent() && status.binding().isPresent();
      String of =
          bound ? Phrases.boundBy(status.binding().get(), path) : Wording.text("gauge.of.none");
      String rest = bound ? amountLeft(status) : left;
      int percent = (int) Math.floor(100 * bar.used());
      return new GaugeReading(
          Figures.name(type),
          Figures.amount(type, used),
          of,
          rest,
          percent,
          level(status),
          Wording.text("gauge.sentence", Figures.exact(type, used), of, rest));
    }
    LimitStatus limit = status.tightest().get();
    long used = limit.used();
    String window =
        limit.limit().terms().period().map(period -> " " + Phrases.perShort(period)).orElse("");
    String resets =
        limit.windowEnd().map(end -> " · " + Times.resets(now, end)).orElse("")
            + Softness.note(limit, now);
    String of = Wording.text("gauge.of", Figures.amount(type, limit.allowance())) + resets;
    int percent = percent(used, limit.allowance());
    return new GaugeReading(
        Figures.name(type) + window,
        Figures.amount(type, used),
        of,
        left,
        percent,
        Level.of(used, limit.allowance()),
        Wording.text(
            "gauge.sentence",
            Figures.exact(type, used),
            Wording.text("gauge.of", Figures.exact(type, limit.allowance())) + resets,
            left));
  }

  /// The chain of constraints, from `/` down.
  static List<ChainReading> chain(Explanation explanation) {
    List<ChainReading> links = new ArrayList<>();
    for (int at = 0; at < explanation.links().size(); at++) {
      boolean binding = explanation.binding().equals(Optional.of(at));
      links.add(link(explanation.type(), explanation.links().get(at), binding));
    }
    return List.copyOf(links);
  }

  /// What is used of a type where no limit of the scope itself counts it.
  public static long used(TypeStatus status) {
    return status.type().isHeld() ? status.reserved() : status.reserved() + status.consumed();
  }

  private static ChainReading link(ResourceType type, Explanation.Link link, boolean binding) {
    long nominal =
        link.limit().map(limit -> limit.limit().terms().amount()).orElse(link.allowance());
    List<Integer> percents =
        link.limit()
            .map(limit -> limit.limit().terms().thresholds().percents())
            .or(() -> link.pool().map(pool -> pool.pool().terms().thresholds().percents()))
            .orElse(List.of());
    long consumed =
        link.pool().map(pool -> Math.max(0, pool.used() - pool.reserved())).orElse(link.consumed());
    Shares shares = new Shares(consumed, link.reserved(), link.allowance());
    String terms =
        link.limit()
            .map(limit -> Phrases.limit(limit.limit()))
            .or(() -> link.pool().map(pool -> Phrases.pool(pool.pool())))
            .orElse(Phrases.constraint(link.constraint()));
    String left =
        link.limit()
            .map(limit -> Softness.left(type, limit))
            .orElseGet(() -> Softness.left(type, link.headroom()));
    ScopePath path = link.constraint().path();
    return new ChainReading(
        Phrases.scope(path),
        terms,
        bar(type, shares, nominal, percents),
        left,
        binding,
        link.constraint());
  }

  private record Shares(long consumed, long reserved, long allowance) {
    long used() {
      return consumed + reserved;
    }
  }

  private static BarReading bar(
      ResourceType type, Shares shares, long nominal, List<Integer> percents) {
    double whole = Math.max(1, (double) shares.allowance);
    String name = Figures.name(type);
    String of =
        Wording.text(
            "bar.of", Figures.amount(type, shares.used()), Figures.amount(type, shares.allowance));
    String percent = Figures.percent(shares.used(), shares.allowance);
    String exact =
        Wording.text(
            "bar.sentence",
            name,
            percent,
            Figures.exact(type, shares.consumed),
            Figures.exact(type, shares.reserved),
            Figures.exact(type, shares.allowance));
    return new BarReading(
        name,
        Level.of(shares.used(), shares.allowance),
        shares.consumed / whole,
        shares.reserved / whole,
        Math.min(1, nominal / whole),
        percents.stream().map(tick -> tick / 100.0).toList(),
        false,
        percent,
        of,
        exact);
  }

  private static String left(TypeStatus status, ScopePath path) {
    if (status.headroom().isEmpty()) {
      return Wording.text("bound.nothing");
    }
    String amount = amountLeft(status);
    return status
        .binding()
        .map(binding -> amount + " · " + Phrases.boundByShort(binding, path))
        .orElse(amount);
  }

  private static String amountLeft(TypeStatus status) {
    return Softness.left(status.type(), status.headroom().orElseThrow());
  }

  /// How pressing a type is at a scope; unbounded where nothing limits it.
  public static Level level(TypeStatus status) {
    return status.headroom().isPresent()
        ? level(status, status.headroom().getAsLong())
        : Level.UNBOUNDED;
  }

  /// How pressing a type is at a scope: by its own limit, else by how much of what it could reach
  /// it has used already.
  private static Level level(TypeStatus status, long headroom) {
    Level own = status.tightest().isPresent() ? bar(status).level() : Level.CALM;
    if (headroom <= 0) {
      return own == Level.OVER ? own : Level.EXHAUSTED;
    }
    return status.tightest().isPresent()
        ? own
        : Level.of(status.reserved(), status.reserved() + headroom);
  }

  private static double slack(TypeStatus status) {
    long headroom = status.headroom().orElse(Long.MAX_VALUE);
    if (headroom <= 0) {
      return headroom;
    }
    boolean ownLimit =
        status.tightest().isPresent() && status.binding().equals(Optional.of(limitRef(status)));
    double used =
        ownLimit ? status.tightest().map(LimitStatus::used).orElse(0L) : status.reserved();
    return headroom / (headroom + used);
  }

  private static ConstraintRef limitRef(TypeStatus status) {
    return status.tightest().orElseThrow().limit().ref();
  }

  private static int percent(long used, long allowance) {
    return allowance <= 0
        ? (used > 0 ? 999 : 100)
        : (int) Math.min(9999, Math.floor(100.0 * used / allowance));
  }
}
