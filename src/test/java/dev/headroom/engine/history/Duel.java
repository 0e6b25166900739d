package dev.headroom.engine.history;

import dev.headroom.engine.Inspector;
import dev.headroom.engine.reference.Happened;
import dev.headroom.engine.reference.Look;
import dev.headroom.engine.reference.ReferenceEngine;
import dev.headroom.model.AlertState;
import dev.headroom.model.AllocationId;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The engine against the reference.
final class Duel {
  /// After how many steps everything is compared, not only what is cheap.
  private static final int FULL_EVERY = 16;

  private static final AllocationId NOBODY = new AllocationId(Long.MAX_VALUE);

  private final Player player = new Player();
  private final ReferenceEngine reference = new ReferenceEngine(Player.REMEMBERED_REQUESTS);
  private final Set<AllocationId> named = new HashSet<>();
  private int played;

  private Duel() {}

  /// Plays a history to both, and says where they differ first; empty where they agree throughout.
  static Optional<String> difference(List<Step> history) {
    Duel duel = new Duel();
    for (Step step : history) {
      Optional<String> difference = duel.difference(step);
      if (difference.isPresent()) {
        return difference.map(what -> "after " + step + "\n" + what);
      }
    }
    return duel.differenceOfState();
  }

  private Optional<String> difference(Step step) {
    Player.Played engine = player.play(step);
    Answer answer =
        reference.apply(
            step.at(), engine.command(), namesIn(engine.events()), requeuedIn(engine.events()));
    List<Happened> events =
        engine.events().stream().map(event -> new Happened(event.at(), event.body())).toList();
    played++;
    return differ("the answer", comparable(engine.answer()), comparable(answer))
        .or(() -> differ("the events", events, reference.happened()))
        .or(() -> played % FULL_EVERY == 0 ? differenceOfState() : differenceInPassing());
  }

  /// The names that the engine gave to requests, for the reference to use the same.
  private Iterator<AllocationId> namesIn(List<Event> events) {
    named.addAll(requeuedIn(events));
    List<AllocationId> names =
        events.stream()
            .flatMap(event ->
                switch (event.body()) {
                  case Event.Granted granted -> Stream.of(granted.allocation());
                  case Event.Queued queued -> Stream.of(queued.allocation());
                  default -> Stream.empty();
                })
            .filter(named::add)
            .toList();
    return Stream.concat(names.stream(), Stream.generate(() -> NOBODY)).iterator();
  }

  private static List<AllocationId> requeuedIn(List<Event> events) {
    return events.stream()
        .flatMap(event ->
            event.body() instanceof Event.Preempted preempted
                ? preempted.requeuedAs().stream()
                : Stream.empty())
        .toList();
  }

  /// The answer without the words that are meant for people.
  private static Object comparable(Answer answer) {
    return switch (answer) {
      case Refusal.Invalid(var problems) ->
          problems.stream().map(Refusal.Problem::pointer).toList();
      case Outcome.Batched(var answers) -> answers.stream().map(Duel::comparable).toList();
      case Refusal.StaleVersion(var _, long basedOn, long current) ->
          "stale " + basedOn + " " + current;
      default -> answer;
    };
  }

  private Optional<String> differenceInPassing() {
    Look look = reference.look();
    Instant now = look.now();
    List<ScopePath> scopes = List.copyOf(look.scopes());
    ScopePath scope = scopes.get(played % scopes.size());
    return differ("the time", player.engine.now(), now)
        .or(() -> differ("the pools", player.inspector().pools(now), look.pools()))
        .or(() -> differ("the loans", player.inspector().loans(ScopePath.ROOT), look.loans()))
        .or(() ->
            differ("scope " + scope, player.inspector().scope(scope, now), look.scope(scope)));
  }

  private Optional<String> differenceOfState() {
    Look look = reference.look();
    Inspector inspector = player.inspector();
    Instant now = look.now();
    ScopePath root = ScopePath.ROOT;
    return differ("the time", player.engine.now(), now)
        .or(() -> differ("the pools", inspector.pools(now), look.pools()))
        .or(() ->
            differ(
                "the alerts",
                inspector.alerts(root, EnumSet.allOf(AlertState.class), now),
                look.alerts()))
        .or(() ->
            differ(
                "the allocations",
                inspector.allocations(root, false, 0, Integer.MAX_VALUE),
                look.live()))
        .or(() ->
            differ(
                "the waiting",
                inspector.allocations(root, true, 0, Integer.MAX_VALUE),
                look.waiting()))
        .or(() ->
            differ(
                "the open conflicts",
                inspector.conflicts(true, 0, Integer.MAX_VALUE),
                look.conflicts(true)))
        .or(() ->
            differ(
                "the closed conflicts",
                inspector.conflicts(false, 0, Integer.MAX_VALUE),
                look.conflicts(false)))
        .or(() ->
            differ(
                "the checkpoints",
                inspector.checkpoints(root, 0, Integer.MAX_VALUE),
                look.checkpoints()))
        .or(() -> differ("the configuration", inspector.config(), look.config()))
        .or(() -> differ("the version", inspector.configVersion(), look.configVersion()))
        .or(() -> differ("the scopes", inspector.scopeCount(), look.scopes().size()))
        .or(() -> look.scopes().stream().flatMap(path -> differenceAt(path).stream()).findFirst());
  }

  private Optional<String> differenceAt(ScopePath path) {
    Look look = reference.look();
    Inspector inspector = player.inspector();
    return differ("scope " + path, inspector.scope(path, look.now()), look.scope(path))
        .or(() -> differ("the score of " + path, inspector.score(path), look.score(path)))
        .or(() ->
            ResourceType.ALL.stream()
                .flatMap(type ->
                    differ(
                        "the chain of " + type + " at " + path,
                        inspector.explain(path, type, look.now()),
                        look.explain(path, type))
                        .stream())
                .findFirst());
  }

  private static Optional<String> differ(String what, Object engine, Object reference) {
    return engine.equals(reference)
        ? Optional.empty()
        : Optional.of(
            what + " of the engine: " + said(engine) + "\nof the reference: " + said(reference));
  }

  /// One line each, where it is a list.
  private static String said(Object what) {
    return what instanceof List<?> list
        ? list.stream().map(each -> "\n  " + each).collect(Collectors.joining())
        : what.toString();
  }
}
