package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All requests of a batch or none (rule A6): first each is decided as if those before it had been
/// granted, reserving nothing; only if all fit are they granted one after the other. Nobody is
/// preempted for a batch (Q3).
final class AtomicBatch {
  private final EngineState state;
  private final AllocationRules allocations;

  AtomicBatch(EngineState state, AllocationRules allocations) {
    this.state = state;
    this.allocations = allocations;
  }

  Answer allocate(Command.AllocateBatch batch) {
    for (Command.Allocate each : batch.requests()) {
      if (state.memory.knows(RequestMemory.hash(each.id()), each.id())) {
        return new Refusal.RequestIdConflict(each.id());
      }
    }
    List<AllocationRequest> requests =
        batch.requests().stream().map(Command.Allocate::request).toList();
    Trial trial = new Trial();
    Optional<Refusal> refusal = trial.add(requests);
    trial.putBack();
    if (refusal.isPresent()) {
      return refusal.get();
    }
    return trial.failing.isEmpty() ? grant(batch.requests()) : deny(requests, trial.failing);
  }

  private Outcome grant(List<Command.Allocate> requests) {
    List<Answer> granted = new ArrayList<>(requests.size());
    for (Command.Allocate each : requests) {
      Answer answer = allocations.allocate(each.request());
      if (!(answer instanceof Outcome.Granted || answer instanceof Outcome.Partial)) {
        throw new IllegalStateException("fitted, but now: " + answer);
      }
      state.memory.remember(RequestMemory.hash(each.id()), each, (Outcome) answer, state.now());
      granted.add(answer);
    }
    return new Outcome.Batched(List.copyOf(granted));
  }

  private Outcome deny(List<AllocationRequest> requests, List<Outcome.Failing> failing) {
    for (Outcome.Failing each : failing) {
      state.emit(
          new Event.Denied(requests.get(each.index()).path(), Optional.empty(), each.denials(), 0));
    }
    return new Outcome.BatchDenied(List.copyOf(failing));
  }

  /// What one line would take from its pool and that pool's lender, on its member's account (P4,
  /// P5).
  private record Taken(
      PoolState pool, ScopePath path, long own, long borrowed, @Nullable PoolState lender) {
    /// Takes it once, or −1 times.
    void take(int times) {
      pool.take(times * own);
      Loans loans = pool.loans;
      if (loans != null && lender != null && borrowed > 0) {
        lender.take(times * borrowed);
        loans.beyond -= times * borrowed;
      }
      PoolShares shares = pool.shares;
      if (shares != null) {
        shares.hold(path, times * (own + borrowed));
      }
    }
  }

  /// What would be granted of one batch: pools have it taken while more is tried, scopes only
  /// claimed. Used once.
  private final class Trial {
    private final Claims claims = new Claims();
    private final Chain chain = new Chain(state, claims);
    private final Admission admission = new Admission(state, chain);
    private final List<Taken> taken = new ArrayList<>();
    final List<Outcome.Failing> failing = new ArrayList<>();

    /// Tries all until one is refused.
    Optional<Refusal> add(List<AllocationRequest> requests) {
      Optional<Refusal> refusal = Optional.empty();
      for (int index = 0; index < requests.size() && refusal.isEmpty(); index++) {
        refusal = add(index, requests.get(index));
      }
      return refusal;
    }

    /// Tries one more request; a request that no rule allows refuses the whole batch.
    private Optional<Refusal> add(int index, AllocationRequest request) {
      int overflowing = admission.overflowing(request);
      if (overflowing >= 0) {
        return Optional.of(
            Refusal.Invalid.at(
                "/requests/" + index + "/lines/" + overflowing + "/amount",
                "would overflow a counter (rule S6)"));
      }
      chain.follow(state.scopes.findNearest(request.path()), request.path());
      if (admission.decide(request, Long.MAX_VALUE)) {
        claim(request);
      } else {
        failing.add(new Outcome.Failing(index, admission.failed()));
      }
      return Optional.empty();
    }

    /// Pools are as before.
    void putBack() {
      taken.reversed().forEach(each -> each.take(-1));
    }

    private void take(PoolState pool, ScopePath path, long amount) {
      Loans loans = pool.loans;
      long own =
          loans == null ? amount : Math.min(amount, Math.max(0, pool.available(state.now())));
      Taken more = new Taken(pool, path, own, amount - own, state.lending.lender(pool));
      more.take(1);
      taken.add(more);
    }

    private void claim(AllocationRequest request) {
      for (GrantedLine line : admission.grantedLines()) {
        int type = line.type().ordinal();
        PoolState pool = chain.pool(type);
        if (pool != null) {
          claims.claimFrom(pool, line.granted());
          take(pool, request.path(), line.granted());
        }
        for (int step = 0; step < chain.length(); step++) {
          claims.claim(chain.scope(step), type, line.granted());
        }
      }
    }
  }
}
