package dev.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Alert;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Answer;
import dev.headroom.model.Command;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Explanation;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitStatus;
import dev.headroom.model.Outcome;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Standing;
import dev.headroom.model.TypeStatus;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// An engine, what is done to it, and what must be so then. Begins at ten on a Monday, UTC.
///
/// Hides how commands are made and how ids are kept; never what is expected. One thread.
final class Story {
  private record Step(Instant at, Command command) {}

  private final List<Event> events = new ArrayList<>();
  private final Engine engine;
  private final int remembered;
  private final List<Step> steps = new ArrayList<>();
  private final Names names = new Names();
  private Instant now = time("10:00");
  private @Nullable Answer answer;
  private int toldBefore;

  private Story(int remembered) {
    this.remembered = remembered;
    this.engine = new Engine(events::add, remembered);
  }

  /// Nothing but `/`.
  static Story begin() {
    return new Story(Engine.REMEMBERED_REQUESTS_DEFAULT);
  }

  /// An engine that remembers so many requests at most.
  static Story remembering(int requests) {
    return new Story(requests);
  }

  static Story given(Limit... limits) {
    return begin().and(limits);
  }

  static Story given(Pool... pools) {
    return begin().and(pools);
  }

  Story and(Limit... limits) {
    return when(Deed.set(limits)).thenIs(Outcome.ConfigChanged.class);
  }

  Story and(Pool... pools) {
    return when(Deed.set(pools)).thenIs(Outcome.ConfigChanged.class);
  }

  /// Goes on at `time`, doing nothing yet: `10:30` that Monday, or a date with a time and offset.
  Story at(String time) {
    now = time(time);
    return this;
  }

  /// Lets time pass until `time`.
  Story until(String time) {
    return at(time).apply(new Command.AdvanceTime(), "");
  }

  /// Does these things, one after the other.
  Story when(Deed... deeds) {
    for (Deed deed : deeds) {
      apply(deed.in(this, new RequestId("story-" + steps.size())), deed.name());
    }
    return this;
  }

  Story thenIs(Class<? extends Answer> kind) {
    assertThat(answer()).isInstanceOf(kind);
    return this;
  }

  Story thenAnswers(Answer expected) {
    assertThat(answer()).isEqualTo(expected);
    return this;
  }

  /// Granted, every line in full, these lines in this order.
  Story thenGrants(GrantedLine... lines) {
    assertThat(answer())
        .isInstanceOfSatisfying(
            Outcome.Granted.class, granted -> assertThat(granted.lines()).containsExactly(lines));
    return this;
  }

  Story thenGrants(ResourceType type, long amount) {
    return thenGrants(Facts.full(type, amount));
  }

  Story thenGrantsPart(List<GrantedLine> lines, Denial... shortfalls) {
    assertThat(answer())
        .isInstanceOfSatisfying(
            Outcome.Partial.class,
            partial -> {
              assertThat(partial.lines()).isEqualTo(lines);
              assertThat(partial.shortfalls()).containsExactly(shortfalls);
            });
    return this;
  }

  Story thenDenies(Denial... denials) {
    return thenAnswers(new Outcome.Denied(List.of(denials)));
  }

  /// Waits at `constraint` in that place, until then.
  Story thenQueues(String constraint, int position, String until) {
    assertThat(answer())
        .isInstanceOfSatisfying(
            Outcome.Queued.class,
            queued -> {
              assertThat(queued.at()).isEqualTo(Facts.constraint(constraint));
              assertThat(queued.position()).isEqualTo(position);
              assertThat(queued.waitsUntil()).isEqualTo(time(until));
            });
    return this;
  }

  /// Refused like this, and nothing has changed.
  Story thenRefuses(Refusal refusal) {
    return thenAnswers(refusal).thenNothingChanged();
  }

  /// Refused as invalid for one reason that says `words` about `pointer`; nothing has changed.
  Story thenRefusesAsInvalid(String pointer, String words) {
    assertThat(answer())
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            invalid -> {
              assertThat(invalid.problems()).hasSize(1);
              assertThat(invalid.problems().getFirst().pointer()).isEqualTo(pointer);
              assertThat(invalid.problems().getFirst().detail()).contains(words);
            });
    return thenNothingChanged();
  }

  /// The last command has left no other trace than that time has come to it.
  Story thenNothingChanged() {
    List<Event> withoutIt = new ArrayList<>();
    Engine other = new Engine(withoutIt::add, remembered);
    for (Step step : steps.subList(0, steps.size() - 1)) {
      other.apply(step.at, step.command);
    }
    other.apply(steps.getLast().at, new Command.AdvanceTime());
    assertThat(Arrays.mismatch(canonical(), canonical(other)))
        .as("the first byte of the canonical state that differs")
        .isNegative();
    assertThat(events).isEqualTo(withoutIt);
    return this;
  }

  /// What is reserved and consumed of a type at and below a scope; 0 where there is none.
  Story thenCounts(String path, ResourceType type, long reserved, long consumed) {
    List<TypeStatus> found =
        look().scope(ScopePath.of(path), now).stream()
            .flatMap(scope -> scope.types().stream())
            .filter(status -> status.type() == type)
            .toList();
    assertThat(found.stream().mapToLong(TypeStatus::reserved).sum())
        .as("%s reserved at %s", type, path)
        .isEqualTo(reserved);
    assertThat(found.stream().mapToLong(TypeStatus::consumed).sum())
        .as("%s consumed at %s", type, path)
        .isEqualTo(consumed);
    return this;
  }

  /// A limit's window: allowance, reserved, and what was consumed in it.
  Story thenLimit(String constraint, long allowance, long reserved, long consumed) {
    LimitStatus limit = limit(constraint);
    assertThat(List.of(limit.allowance(), limit.reserved(), limit.consumed()))
        .as("allowance, reserved and consumed of %s", constraint)
        .containsExactly(allowance, reserved, consumed);
    return this;
  }

  Story thenStands(String constraint, Standing standing) {
    assertThat(limit(constraint).standing()).isEqualTo(standing);
    return this;
  }

  /// What the limit has charged in its window for overage, in credits.
  Story thenCharged(String constraint, String credits) {
    assertThat(limit(constraint).overageCharge()).hasToString(credits);
    return this;
  }

  Story thenWindowEnds(String constraint, String end) {
    assertThat(limit(constraint).windowEnd()).contains(time(end));
    return this;
  }

  /// What the chain of a scope would still grant.
  Story thenHeadroom(String path, ResourceType type, long headroom) {
    Explanation chain = look().explain(ScopePath.of(path), type, now);
    assertThat(chain.links().get(chain.binding().orElseThrow()).headroom())
        .as("headroom for %s at %s", type, path)
        .isEqualTo(headroom);
    return this;
  }

  /// A pool's stock, which is conserved (P1).
  Story thenPool(String id, long available, long reserved, long consumed) {
    PoolStatus pool = look().pool(new PoolId(id), now).orElseThrow();
    assertThat(List.of(pool.available(), pool.reserved(), pool.consumed()))
        .as("available, reserved and consumed of %s", id)
        .containsExactly(available, reserved, consumed);
    if (pool.pool().type().isSpent()) {
      assertThat(available + reserved + consumed)
          .as("conservation in %s", id)
          .isEqualTo(pool.initial() + pool.replenished() + pool.toppedUp() - pool.drained());
    }
    return this;
  }

  /// These allocations are live, and no others.
  Story thenLive(String... expected) {
    assertThat(named(false)).containsExactlyInAnyOrder(expected);
    return this;
  }

  /// These requests wait, in the order of their turns, and no others.
  Story thenWaiting(String... expected) {
    assertThat(named(true)).containsExactly(expected);
    return this;
  }

  /// The waiter that the story calls `name` was granted at that instant.
  Story thenWasGranted(String name, String when) {
    assertThat(events)
        .filteredOn(event ->
            event.body() instanceof Event.Granted granted
                && granted.allocation().equals(allocation(name)))
        .as("grants of %s", name)
        .singleElement()
        .satisfies(granted -> assertThat(granted.at()).isEqualTo(time(when)));
    return this;
  }

  /// These alerts stand, and no others: `50 % of /user:ada LIMIT TOKENS`.
  Story thenAlerts(String... expected) {
    assertThat(look().alerts(ScopePath.ROOT, now))
        .extracting(alert -> alert.percent() + " % of " + alert.constraint())
        .containsExactlyInAnyOrder(expected);
    return this;
  }

  /// The alert that stands at that threshold is as expected.
  Story thenAlert(String which, Consumer<Alert> expected) {
    assertThat(look().alerts(ScopePath.ROOT, now))
        .filteredOn(alert -> which.equals(alert.percent() + " % of " + alert.constraint()))
        .singleElement()
        .satisfies(expected);
    return this;
  }

  /// The last command made exactly these events happen, in this order.
  Story thenTells(Event.Body... bodies) {
    assertThat(told()).extracting(Event::body).containsExactly(bodies);
    return this;
  }

  /// The last command made these events happen, in this order, among others.
  Story thenTellsAmongOthers(Event.Body... bodies) {
    assertThat(told()).extracting(Event::body).containsSubsequence(bodies);
    return this;
  }

  /// The last command made so many events of this kind happen.
  Story thenTellsTimes(int times, Class<? extends Event.Body> kind) {
    assertThat(told()).extracting(Event::body).filteredOn(kind::isInstance).hasSize(times);
    return this;
  }

  /// Something that only this story expects.
  Story then(Consumer<Story> expected) {
    expected.accept(this);
    return this;
  }

  /// The events that the last command made happen.
  List<Event> told() {
    return events.subList(toldBefore, events.size());
  }

  List<Event> events() {
    return events;
  }

  Answer answer() {
    return Objects.requireNonNull(answer);
  }

  AllocationId allocation(String name) {
    return names.allocation(name);
  }

  Inspector look() {
    return engine.inspector();
  }

  Engine engine() {
    return engine;
  }

  Instant now() {
    return now;
  }

  byte[] canonical() {
    return canonical(engine);
  }

  /// The same commands at the same times, given to an engine that knows nothing.
  byte[] canonicalReplayed() {
    Engine other = new Engine(_ -> {}, remembered);
    steps.forEach(step -> other.apply(step.at, step.command));
    return canonical(other);
  }

  static Instant time(String text) {
    return Facts.time(text);
  }

  private Story apply(Command command, String name) {
    toldBefore = events.size();
    steps.add(new Step(now, command));
    answer = engine.apply(now, command);
    names.learn(name, answer);
    told().forEach(event -> names.follow(event.body()));
    return this;
  }

  private LimitStatus limit(String constraint) {
    ConstraintRef ref = Facts.constraint(constraint);
    return look().scope(ref.path(), now).orElseThrow().types().stream()
        .flatMap(type -> type.limits().stream())
        .filter(limit -> limit.limit().ref().equals(ref))
        .findFirst()
        .orElseThrow();
  }

  private List<String> named(boolean waiting) {
    return look().allocations(ScopePath.ROOT, waiting, 0, Integer.MAX_VALUE).stream()
        .map(AllocationStatus::id)
        .map(names::of)
        .toList();
  }

  private static byte[] canonical(Engine engine) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    engine.writeCanonical(piece -> {
      byte[] copy = new byte[piece.remaining()];
      piece.get(copy);
      bytes.writeBytes(copy);
    });
    return bytes.toByteArray();
  }
}
