package dev.headroom.sandbox.disturbance;

import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Amount;
import dev.headroom.model.Explanation;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.Dice;
import dev.headroom.sandbox.Disturbance.Aim;
import dev.headroom.sandbox.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a disturbance finds on a stage when it begins. What it says follows from the engine's state
/// and the dice alone.
///
/// @param stage is only looked at
record Surroundings(Stage stage) {
  private static final int ALLOCATIONS_MAX = 2000;
  private static final int WISHES_MAX = 400;

  /// What is held for longer is somebody's workspace rather than a task, of which there can be
  /// suddenly more.
  private static final Duration TASK_LEASE_MAX = Duration.ofMinutes(30);

  /// Where nobody asks for anything: so many could have what there is.
  private static final long NEWCOMERS = 50;

  /// A scope, and what is asked for at and below it.
  ///
  /// @param wishes at least one
  record Scene(ScopePath place, List<Wish> wishes) {}

  /// The scope that was aimed at; else one right below `/` where something is under way.
  ///
  /// @return empty where nothing could be asked for
  Optional<Scene> scene(Aim aim) {
    return place(aim)
        .map(place -> new Scene(place, wishes(place)))
        .filter(scene -> !scene.wishes.isEmpty());
  }

  private Optional<ScopePath> place(Aim aim) {
    Optional<ScopePath> wanted = aim.wanted().filter(path -> !path.isRoot());
    if (wanted.isPresent()) {
      return wanted;
    }
    List<ScopePath> busy =
        live(ScopePath.ROOT).stream()
            .filter(status -> !status.path().isRoot())
            .map(status -> status.path().chain().get(1))
            .distinct()
            .sorted()
            .toList();
    return busy.isEmpty() ? somewhere() : Optional.of(pick(busy, aim.dice()));
  }

  /// Where nothing is under way: a newcomer's, where anything at all can be asked for.
  private Optional<ScopePath> somewhere() {
    return constrained(ScopePath.ROOT).isEmpty()
        ? Optional.empty()
        : Optional.of(ScopePath.ROOT.child(ScopeKind.USER, "newcomer"));
  }

  /// What is asked for at and below a scope, as far as what is held there tells; where nothing is,
  /// what those around it hold, or what its limits and pools let one guess.
  ///
  /// @return none where nothing constrains it and nobody holds anything
  private List<Wish> wishes(ScopePath place) {
    List<ScopePath> chain = place.chain();
    for (int depth = chain.size() - 1; depth >= 0; depth--) {
      List<Wish> wishes = tasks(chain.get(depth));
      if (!wishes.isEmpty()) {
        return depth == chain.size() - 1
            ? wishes
            : wishes.stream().map(wish -> wish.at(place)).toList();
      }
    }
    List<RequestLine> guessed = constrained(place);
    return guessed.isEmpty() ? List.of() : List.of(new Wish(place, guessed));
  }

  private List<Wish> tasks(ScopePath place) {
    List<AllocationStatus> live = live(place);
    List<AllocationStatus> tasks =
        live.stream()
            .filter(status ->
                Duration.between(status.since(), status.until()).compareTo(TASK_LEASE_MAX) <= 0)
            .toList();
    return (tasks.isEmpty() ? live : tasks)
        .stream().limit(WISHES_MAX).map(Surroundings::wish).toList();
  }

  private static Wish wish(AllocationStatus status) {
    List<RequestLine> lines = new ArrayList<>();
    for (AllocationStatus.Line line : status.lines()) {
      long all = line.type().isHeld() ? line.reserved() : line.reserved() + line.consumed();
      lines.add(RequestLine.required(line.type(), Math.max(1, all)));
    }
    return new Wish(status.path(), lines);
  }

  private List<AllocationStatus> live(ScopePath place) {
    return stage
        .node()
        .inspect((state, _) -> state.allocations(place, false, 0, ALLOCATIONS_MAX))
        .stream()
        .filter(status -> !status.lines().isEmpty())
        .toList();
  }

  /// How many requests like one of these would still fit beside each other.
  ///
  /// @return 0 to [Amount#MAX]
  long fits(Wish wish) {
    long fits = Amount.MAX;
    for (RequestLine line : wish.lines()) {
      Explanation chain = explain(wish.path(), line.type());
      if (chain.binding().isPresent()) {
        long headroom = chain.links().get(chain.binding().get()).headroom();
        fits = Math.min(fits, Math.max(0, headroom) / line.amount());
      }
    }
    return fits;
  }

  /// A part of all that is constrained at a scope.
  private List<RequestLine> constrained(ScopePath place) {
    List<RequestLine> lines = new ArrayList<>();
    for (ResourceType type : ResourceType.values()) {
      Explanation chain = explain(place, type);
      chain
          .binding()
          .map(index -> chain.links().get(index).allowance())
          .ifPresent(allowance ->
              lines.add(RequestLine.required(type, Math.max(1, allowance / NEWCOMERS))));
    }
    return lines;
  }

  private Explanation explain(ScopePath place, ResourceType type) {
    return stage.node().inspect((state, now) -> state.explain(place, type, now));
  }

  /// One of the pools that serve the scope that was aimed at; else any.
  ///
  /// @return empty where there is none that has anything
  Optional<PoolStatus> pool(Aim aim) {
    List<PoolStatus> serving = new ArrayList<>();
    aim.wanted()
        .filter(path -> !path.isRoot())
        .ifPresent(path -> {
          for (ResourceType type : ResourceType.values()) {
            explain(path, type).links().forEach(link -> link.pool().ifPresent(serving::add));
          }
        });
    List<PoolStatus> all = stage.node().inspect((state, now) -> state.pools(now));
    List<PoolStatus> fit =
        (serving.isEmpty() ? all : serving)
            .stream().filter(status -> status.pool().terms().capacity() > 0).toList();
    return fit.isEmpty() ? Optional.empty() : Optional.of(pick(fit, aim.dice()));
  }

  static <T> T pick(List<T> choice, Dice dice) {
    return choice.get((int) dice.between(0, choice.size() - 1));
  }
}
