package dev.headroom.history.suggestion;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Change;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.EndCause;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Money;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WindowCalendar;
import dev.headroom.model.report.Decimals;
import dev.headroom.model.suggestion.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a span came to, for every scope above runs and every scope with a limit: how much was
/// granted, denied, waited for, consumed and paid. Made of events, those of a replay as well as
/// those of before. One thread.
public final class Books {
  /// Into how many parts a span is divided to look at limits without windows.
  private static final int SLICES = 12;

  private final long from;
  private final long slice;
  private final WindowCalendar calendar;
  private final Map<ScopePath, Account> accounts = new HashMap<>();
  private final Map<ScopePath, List<Account>> chains = new HashMap<>();
  private final Map<AllocationId, Waiting> waiting = new HashMap<>();

  private record Waiting(ScopePath path, Priority priority, long since) {}

  /// @param opening how the instance stood when the span began
  /// @param to when it ends, in epoch milliseconds
  public Books(Opening opening, long to) {
    this.from = opening.at().toEpochMilli();
    this.slice = Math.max(1, (to - from) / SLICES);
    this.calendar = new WindowCalendar(opening.config().settings().timeZone());
    Set<ScopePath> limited = new HashSet<>();
    opening.limits().forEach(status -> limited.add(status.limit().path()));
    limited.forEach(path -> accounts.put(path, new Account(from)));
    opening.live().forEach(this::open);
    opening.limits().forEach(this::open);
    for (AllocationStatus status : opening.waiting()) {
      waits(status.id(), status.path(), status.priority(), from);
    }
  }

  private void open(AllocationStatus status) {
    for (AllocationStatus.Line line : status.lines()) {
      chain(status.path()).forEach(account -> account.open(line.type().ordinal(), line.reserved()));
    }
  }

  private void open(LimitStatus status) {
    Limit limit = status.limit();
    LimitWatch watch = new LimitWatch(limit, calendar, from, slice);
    watch.open(status.reserved(), status.consumed());
    account(limit.path()).limits.put(limit.key(), watch);
  }

  /// Someone asks for resources.
  public void asked(ScopePath path) {
    chain(path).forEach(account -> account.asked++);
  }

  /// A request begins to wait.
  public void waits(AllocationId name, ScopePath path, Priority priority, long at) {
    waiting.put(name, new Waiting(path, priority, at));
  }

  /// Takes the next event.
  public void happened(Event event) {
    long at = event.at().toEpochMilli();
    switch (event.body()) {
      case Event.Granted granted -> {
        granted.lines().forEach(line -> reserve(at, granted.path(), line.type(), line.granted()));
        chain(granted.path()).forEach(account -> account.granted++);
        waitedUntil(granted.allocation(), at);
      }
      case Event.Used used -> used(at, used);
      case Event.Resized(var path, var _, var type, long difference) ->
          reserve(at, path, type, difference);
      case Event.Ended ended -> {
        for (GrantedLine line : ended.returned()) {
          reserve(at, ended.path(), line.type(), -line.granted());
        }
        if (ended.cause() == EndCause.EXPIRED) {
          chain(ended.path()).forEach(account -> account.expired++);
        }
        waitedUntil(ended.allocation(), at);
      }
      case Event.Denied denied -> {
        chain(denied.path()).forEach(account -> account.denied++);
        denied.denials().forEach(denial -> denied(at, denial));
        denied.allocation().ifPresent(name -> waitedUntil(name, at));
      }
      case Event.ConfigChanged changed -> changed.changes().forEach(change -> change(at, change));
      default -> {}
    }
  }

  private void reserve(long at, ScopePath path, ResourceType type, long difference) {
    chain(path).forEach(account -> account.reserve(at, type.ordinal(), difference));
  }

  private void used(long at, Event.Used used) {
    Money cost = used.cost().plusCapped(used.overageCharge());
    int type = used.type().ordinal();
    for (Account account : chain(used.path())) {
      account.costMicros = Money.sumOfMicros(account.costMicros, cost.micros());
      if (used.type().isSpent()) {
        account.reserve(at, type, used.beyond() - used.amount());
        account.consume(at, type, used.amount());
      }
    }
  }

  private void denied(long at, Denial denial) {
    ConstraintRef binding = denial.binding();
    Account account = accounts.get(binding.path());
    if (account != null && binding.kind() == ConstraintRef.Kind.LIMIT) {
      for (LimitWatch watch : account.limits.values()) {
        if (watch.limit().ref().equals(binding)) {
          watch.deny(at, denial.requested());
        }
      }
    }
  }

  private void waitedUntil(AllocationId name, long at) {
    Waiting wait = waiting.remove(name);
    if (wait != null) {
      long millis = at - wait.since;
      for (Account account : chain(wait.path)) {
        account.waited++;
        account.waitingMillis += millis;
        account.weightedMillis += millis * wait.priority.weight();
      }
    }
  }

  private void change(long at, Change change) {
    if (change instanceof Change.PutLimits(var path, var limits, long _)) {
      Account account = account(path);
      account.limits.keySet().retainAll(limits.stream().map(Limit::key).toList());
      for (Limit limit : limits) {
        LimitWatch known = account.limits.get(limit.key());
        if (known == null) {
          LimitWatch watch = new LimitWatch(limit, calendar, at, slice);
          watch.open(account.reserved(limit.type().ordinal()), 0);
          account.limits.put(limit.key(), watch);
        } else {
          known.replace(limit, at);
        }
      }
    }
  }

  /// Ends the span: who waits still has waited until then.
  public void close(long to) {
    for (AllocationId name : List.copyOf(waiting.keySet())) {
      waitedUntil(name, to);
    }
  }

  /// How much there was of something.
  public BigDecimal read(Target target, long to) {
    Account account = accounts.get(target.path());
    if (account == null) {
      return BigDecimal.ZERO;
    }
    int type = target.type().map(ResourceType::ordinal).orElse(0);
    return switch (target.measure()) {
      case DENIED -> BigDecimal.valueOf(account.denied);
      case REQUESTS -> BigDecimal.valueOf(account.asked);
      case WAITING -> BigDecimal.valueOf(account.waitingMillis);
      case WEIGHTED_WAITING -> BigDecimal.valueOf(account.weightedMillis);
      case COST -> Decimals.normal(BigDecimal.valueOf(account.costMicros, Money.SCALE));
      case CONSUMED -> BigDecimal.valueOf(account.consumed[type]);
      case RESERVED_TIME -> new BigDecimal(account.reservedTime(to, target.type().orElseThrow()));
      case NEVER_USED ->
          target
              .limit()
              .flatMap(account::watch)
              .map(watch -> BigDecimal.valueOf(watch.neverUsed(to)))
              .orElse(BigDecimal.ZERO);
      default -> throw new IllegalArgumentException("not in the books: " + target.measure());
    };
  }

  /// How much of one thing there was at and below a scope.
  public BigDecimal read(Measure measure, ScopePath path, long to) {
    return read(Target.of(measure, path), to);
  }

  /// What is known of a limit.
  Optional<LimitWatch> watch(ScopePath path, LimitKey key) {
    return Optional.ofNullable(accounts.get(path)).flatMap(account -> account.watch(key));
  }

  private Account account(ScopePath path) {
    Account known = accounts.get(path);
    if (known == null) {
      known = new Account(from);
      accounts.put(path, known);
      chains.clear();
    }
    return known;
  }

  private List<Account> chain(ScopePath path) {
    return chains.computeIfAbsent(path, this::find);
  }

  private List<Account> find(ScopePath path) {
    List<Account> chain = new ArrayList<>();
    for (ScopePath at : path.chain()) {
      boolean lasting = at.kind() != ScopeKind.RUN && at.kind() != ScopeKind.STEP;
      Account known = accounts.get(at);
      if (known == null && lasting) {
        known = new Account(from);
        accounts.put(at, known);
      }
      if (known != null) {
        chain.add(known);
      }
    }
    return List.copyOf(chain);
  }
}
