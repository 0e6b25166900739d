package dev.headroom.console.viewmodel.edit;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.model.Change;
import dev.headroom.model.replay.Hindsight;
import dev.headroom.model.replay.ReplayQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Finds out what the staged changes would have done to the time just past. Only the newest
/// question counts; whatever is staged anew makes it void. For the UI thread only.
public final class SpanTrial {
  private static final int PERCENT = 100;

  /// How far back.
  public enum Span {
    QUARTER(Duration.ofMinutes(15)),
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Span(Duration length) {
      this.length = length;
    }

    /// How long it is.
    public Duration length() {
      return length;
    }

    /// In words.
    public String text() {
      return Wording.text("replay.span." + name());
    }
  }

  private final Operator operator;
  private final Supplier<List<Change>> changes;
  private final Runnable told;
  private Cancellation running = new Cancellation();
  private Optional<Reply<Hindsight>> reply = Optional.empty();
  private Optional<Span> asked = Optional.empty();
  private boolean underway;
  private int percent;

  /// @param changes what is staged
  /// @param told is told whenever there is something new to say
  SpanTrial(Operator operator, Supplier<List<Change>> changes, Runnable told) {
    this.operator = operator;
    this.changes = changes;
    this.told = told;
  }

  /// Finds out for a span that ends now.
  public void ask(Span span) {
    clear();
    Instant now = operator.now();
    ReplayQuery query = new ReplayQuery(now.minus(span.length()), now, changes.get());
    Instance instance = operator.instance();
    var mine = new Cancellation();
    running = mine;
    asked = Optional.of(span);
    underway = true;
    AtomicInteger last = new AtomicInteger();
    operator
        .calls()
        .ask(
            () -> instance.replay(query, mine, part -> tell(mine, last, (int) (part * PERCENT))),
            answer -> take(mine, answer));
    told.run();
  }

  /// A step of a hundredth is told at most once.
  private void tell(Cancellation mine, AtomicInteger last, int now) {
    if (last.getAndSet(now) != now) {
      operator.calls().ask(() -> now, known -> take(mine, known));
    }
  }

  private void take(Cancellation mine, int known) {
    if (!mine.isCancelled() && underway) {
      percent = Math.max(percent, known);
      told.run();
    }
  }

  private void take(Cancellation mine, Reply<Hindsight> answer) {
    if (!mine.isCancelled()) {
      underway = false;
      reply = Optional.of(answer);
      told.run();
    }
  }

  /// Ends it; nothing is known then.
  public void cancel() {
    clear();
    told.run();
  }

  /// What was found out holds no more.
  void clear() {
    running.cancel();
    reply = Optional.empty();
    asked = Optional.empty();
    underway = false;
    percent = 0;
  }

  /// For which span it was asked last.
  public Optional<Span> asked() {
    return asked;
  }

  /// Whether it is being found out.
  public boolean isUnderway() {
    return underway;
  }

  /// How far that is, from 0 to 1; negative where nobody knows.
  public double part() {
    return percent == 0 ? -1 : (double) percent / PERCENT;
  }

  /// What there is to say about finding it out.
  public String text() {
    if (underway) {
      return percent == 0
          ? Wording.text("replay.underway")
          : Wording.text("replay.underway.part", percent);
    }
    return reply
        .map(known ->
            switch (known) {
              case Reply.Decided<Hindsight>(var hindsight) ->
                  HindsightReading.head(hindsight, length());
              case Reply.Refused<Hindsight>(var refusal) -> Phrases.refusal(refusal);
              case Reply.Silence<Hindsight> _ -> Phrases.problem(known);
            })
        .orElse("");
  }

  private Duration length() {
    return asked.map(Span::length).orElse(Duration.ZERO);
  }

  /// What was found out; empty while that is not known.
  public Optional<HindsightReading> reading() {
    return reply.isPresent() && reply.get() instanceof Reply.Decided<Hindsight>(var hindsight)
        ? Optional.of(HindsightReading.of(hindsight))
        : Optional.empty();
  }
}
