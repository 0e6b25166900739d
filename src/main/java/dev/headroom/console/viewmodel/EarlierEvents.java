package dev.headroom.console.viewmodel;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.Event;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What happened before the newest events that a list has at hand: found by going through the past
/// again, hour by hour and then in longer strides, as far as it is kept. For the UI thread only.
final class EarlierEvents {
  /// As many are listed besides the newest.
  private static final int FOUND_MAX = 2_000;

  private static final Duration FIRST = Duration.ofHours(1);
  private static final int FASTER = 2;

  private final Calls calls;
  private final Predicate<Event.Body> kind;
  private final Runnable told;
  private List<Event> found = List.of();
  private Optional<Instant> since = Optional.empty();
  private Duration stride = FIRST;
  private Cancellation running = new Cancellation();
  private boolean looking;
  private boolean exhausted;
  private String problem = "";

  /// @param kind which events are listed
  /// @param told hears that there is something else to say
  EarlierEvents(Calls calls, Predicate<Event.Body> kind, Runnable told) {
    this.calls = calls;
    this.kind = kind;
    this.told = told;
  }

  /// Those that were found, the oldest first.
  List<Event> found() {
    return found;
  }

  /// Forgets them: time is another.
  void forget() {
    running.cancel();
    found = List.of();
    since = Optional.empty();
    stride = FIRST;
    looking = false;
    exhausted = false;
    problem = "";
  }

  /// From when on events are listed.
  ///
  /// @param atHand from when on they are at hand
  Instant since(Instant atHand) {
    return since.orElse(atHand);
  }

  /// Whether there may be more to find.
  boolean canLook() {
    return !looking && !exhausted && found.size() < FOUND_MAX;
  }

  /// Looks one stride further back.
  ///
  /// @param oldest the oldest event that is at hand
  void look(Instance instance, Event oldest) {
    Event before = found.isEmpty() ? oldest : found.getFirst();
    Instant to = since(oldest.at());
    Instant from = to.minus(stride);
    Deque<Event> finding = new ArrayDeque<>();
    var mine = new Cancellation();
    running.cancel();
    running = mine;
    looking = true;
    problem = "";
    calls.ask(
        () -> lookBack(instance, new Span(from, to, before.sequence()), finding, mine),
        reply -> {
          if (!mine.isCancelled()) {
            take(reply, from, finding);
          }
        });
    told.run();
  }

  /// @param last numbers from this on are at hand already
  private record Span(Instant from, Instant to, long last) {}

  /// @return from when on there is anything to look at
  private Reply<Instant> lookBack(
      Instance instance, Span span, Deque<Event> finding, Cancellation mine) {
    Reply<Instant> retold =
        instance.retell(
            span.from.minusMillis(1), // What happened at that very instant belongs to it.
            span.to,
            event -> keep(event, span.last, finding),
            mine);
    return retold instanceof Reply.Decided<Instant> ? instance.rememberedSince() : retold;
  }

  private void keep(Event event, long last, Deque<Event> finding) {
    if (event.sequence() < last && kind.test(event.body())) {
      if (finding.size() == FOUND_MAX) {
        finding.removeFirst();
      }
      finding.addLast(event);
    }
  }

  private void take(Reply<Instant> reply, Instant from, Deque<Event> finding) {
    looking = false;
    if (reply instanceof Reply.Decided<Instant>(var kept)) {
      List<Event> all = new ArrayList<>(finding);
      all.addAll(found);
      found = List.copyOf(all.subList(Math.max(0, all.size() - FOUND_MAX), all.size()));
      exhausted = !kept.isBefore(from);
      since = Optional.of(exhausted ? kept : from);
      stride = stride.multipliedBy(FASTER);
    } else {
      problem = Phrases.problem(reply);
    }
    told.run();
  }

  /// How far back is listed, and why no further.
  ///
  /// @param atHand from when on events are at hand
  String text(Instant atHand, Instant now, ZoneId zone) {
    String at = Times.clock(now, since(atHand), zone);
    if (looking) {
      return Wording.text("events.looking", Times.span(stride));
    }
    if (!problem.isEmpty()) {
      return Wording.text("events.end.problem", at, problem);
    }
    if (exhausted) {
      return Wording.text("events.end.kept", at);
    }
    return Wording.text(found.size() == FOUND_MAX ? "events.end.many" : "events.end", at);
  }

  /// What the button says that looks further back.
  String buttonText() {
    return Wording.text("events.earlier", Times.span(stride));
  }
}
