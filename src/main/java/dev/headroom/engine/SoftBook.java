package dev.headroom.engine;

import dev.headroom.model.Enforcement;
import dev.headroom.model.Event;
import dev.headroom.model.Limit;
import dev.headroom.model.ResourceType;
import dev.headroom.model.Standing;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The soft limits beside their rows (rule L6): when their grace begins and ends.
final class SoftBook {
  private static final Comparator<SoftLimit> ORDER =
      Comparator.comparing((SoftLimit soft) -> soft.terms, Limit.BY_PERIOD);

  private final EngineState state;
  private int charging;

  SoftBook(EngineState state) {
    this.state = state;
  }

  /// @param state a copy of the other's, whose sites bring their soft limits
  SoftBook(SoftBook other, EngineState state) {
    this.state = state;
    this.charging = other.charging;
  }

  /// Whether any limit charges for overage at all.
  boolean charges() {
    return charging > 0;
  }

  /// Takes note of a limit's terms, which are new or changed, and judges it by them.
  void put(int scope, int type, int limit, Limit.Terms terms) {
    SoftLimit known = find(scope, type, limit);
    if (!(terms.enforcement() instanceof Enforcement.Soft soft)) {
      remove(scope, type, limit);
      return;
    }
    Site site = state.sites.of(scope, type);
    if (known == null) {
      site.soft.add(new SoftLimit(type, limit, terms, soft));
      site.soft.sort(ORDER);
    } else {
      charging -= chargingOf(known.soft);
      known.terms = terms;
      known.soft = soft;
    }
    charging += chargingOf(soft);
    settle(scope, type, limit);
  }

  /// Takes note of a limit as it was before, without judging it.
  void enter(int scope, int type, SoftLimit soft) {
    Site site = state.sites.of(scope, type);
    site.soft.add(soft);
    site.soft.sort(ORDER);
    charging += chargingOf(soft.soft);
  }

  /// Forgets what is known of a limit that is removed, or hard from now on.
  void remove(int scope, int type, int limit) {
    SoftLimit soft = find(scope, type, limit);
    if (soft != null) {
      Site site = state.sites.of(scope, type);
      soft.exceededSince = SoftLimit.NEVER;
      tell(site, soft);
      charging -= chargingOf(soft.soft);
      site.soft.remove(soft);
    }
  }

  /// Finds the limits of a row again after they were put in order.
  void follow(int scope, int type) {
    for (int limit : state.limits.of(scope, type)) {
      Limit.Terms terms = state.limits.terms(scope, type, limit);
      for (SoftLimit soft : softAt(scope, type)) {
        if (soft.terms.period().equals(terms.period())) {
          soft.place = limit;
        }
      }
    }
  }

  /// Begins anew with a limit's window: grace and overage end, unless what is reserved exceeds the
  /// new allowance from the start.
  void beginWindow(int scope, int type, int limit) {
    SoftLimit soft = find(scope, type, limit);
    if (soft != null) {
      soft.exceededSince = SoftLimit.NEVER;
      soft.charged = 0;
      settle(state.sites.of(scope, type), soft);
    }
  }

  /// Judges a row's limits, since its counters moved or a grace may be over.
  void settle(Site site) {
    for (int at = 0; at < site.soft.size(); at++) {
      settle(site, site.soft.get(at));
    }
  }

  /// The same for a row that may have no soft limits.
  void look(int scope, int type) {
    int site = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    if (site != 0) {
      settle(state.sites.at(site));
    }
  }

  /// What is known of a limit if it is soft.
  @Nullable SoftLimit find(int scope, int type, int limit) {
    for (SoftLimit soft : softAt(scope, type)) {
      if (soft.place == limit) {
        return soft;
      }
    }
    return null;
  }

  /// The flags, as bits, of granting `amount` at or below a row.
  int flagBits(int scope, int type, long amount) {
    int bits = 0;
    for (SoftLimit soft : softAt(scope, type)) {
      long used = state.limits.used(scope, type, soft.place) + amount;
      long allowance = state.limits.allowance(scope, type, soft.place);
      bits |= SoftLimit.bit(soft.standingWith(used, allowance, state.now()));
    }
    return bits;
  }

  /// Writes what decides how a limit goes on.
  void write(int scope, int type, int limit, CanonicalForm form) {
    SoftLimit soft = find(scope, type, limit);
    if (soft != null) {
      form.number(soft.exceededSince).number(soft.charged);
    }
  }

  private Iterable<SoftLimit> softAt(int scope, int type) {
    int site = Row.site(state.scopes.rows(scope), ScopeTable.rowAt(scope, type));
    return site == 0 ? java.util.List.of() : state.sites.at(site).soft;
  }

  private void settle(int scope, int type, int limit) {
    SoftLimit soft = find(scope, type, limit);
    if (soft != null) {
      settle(state.sites.of(scope, type), soft);
    }
  }

  private void settle(Site site, SoftLimit soft) {
    long used = state.limits.used(site.scope, site.type, soft.place);
    if (used <= state.limits.allowance(site.scope, site.type, soft.place)) {
      soft.exceededSince = SoftLimit.NEVER;
    } else if (!soft.isExceeded()) {
      soft.exceededSince = state.now();
    }
    tell(site, soft);
    if (used > soft.terms.amount()) {
      lookWhenTheWindowEnds(site, soft);
    }
  }

  /// No grace is over yet while leases end that end at the same instant (A8).
  private void tell(Site site, SoftLimit soft) {
    Standing standing = soft.standing(state.windowTime());
    if (standing.equals(soft.told)) {
      return;
    }
    soft.told = standing;
    state.emit(
        new Event.StandingChanged(
            state.scopes.path(site.scope),
            state.limits.ref(site.scope, site.type, soft.place),
            ResourceType.ALL.get(site.type),
            standing,
            state.limits.used(site.scope, site.type, soft.place),
            state.limits.allowance(site.scope, site.type, soft.place)));
    if (standing instanceof Standing.Grace(var until)) {
      state.agenda.add(new Agenda.Look(until.toEpochMilli(), site.scope, site.type, false));
    }
  }

  /// What is reserved may exceed the next allowance, into which nothing need roll over.
  private void lookWhenTheWindowEnds(Site site, SoftLimit soft) {
    long end = state.limits.windowEnd(site.scope, site.type, soft.place);
    if (end != soft.looksAt && end != Long.MAX_VALUE) {
      soft.looksAt = end;
      state.agenda.add(new Agenda.Look(end, site.scope, site.type, false));
    }
  }

  private static int chargingOf(Enforcement.Soft soft) {
    return soft.overage() instanceof Enforcement.Overage.Charged ? 1 : 0;
  }
}
