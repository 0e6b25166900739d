package dev.headroom.client;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Denial;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What a step of a program may use, from its reservation to its return:
///
/// ```java
/// try (StepGuard guard = StepGuard.open(instance, new RequestId("r7-step-2"), request)) {
///   while (working) {
///     guard.track(ResourceType.TOKENS, model.ask(question).tokens());
///   }
/// }
/// ```
///
/// It reserves, records what is consumed as it goes, stops the step by a [StepStoppedException]
/// once that is exhausted, and returns the rest however the step ends. A step that takes longer
/// than half its lease keeps it by tracking. For one thread at a time.
public final class StepGuard implements AutoCloseable {
  /// Most characters of a step's name: room is left for what its single requests are called.
  static final int NAME_MAX = RequestId.LENGTH_MAX - 48;

  private static final int ATTEMPTS = 3;
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final Instance instance;
  private final RequestId name;
  private final AllocationRequest request;
  private final AllocationId allocation;
  private final LongSupplier nanoTime;

  /// Tells the records of this run of the step from those of one before a crash.
  private final String run = Long.toHexString(ThreadLocalRandom.current().nextLong());

  private long keptAt;
  private long records;
  private long renewals;
  private boolean closed;

  private StepGuard(
      Instance instance,
      RequestId name,
      AllocationRequest request,
      AllocationId allocation,
      LongSupplier nanoTime) {
    this.instance = instance;
    this.name = name;
    this.request = request;
    this.allocation = allocation;
    this.nanoTime = nanoTime;
    this.keptAt = nanoTime.getAsLong();
  }

  /// Reserves what a step needs, waiting for it as long as the request says.
  ///
  /// @param name the step's own, never used before; a program that starts again after a crash opens
  ///   the same reservation by the same name (A5). At most 80 characters
  /// @throws StepStoppedException where it is denied, refused, or nobody answers
  /// @throws InterruptedException where the thread is interrupted while it waits; nothing is
  ///   reserved then
  public static StepGuard open(Instance instance, RequestId name, AllocationRequest request)
      throws InterruptedException {
    return open(instance, name, request, System::nanoTime);
  }

  static StepGuard open(
      Instance instance, RequestId name, AllocationRequest request, LongSupplier nanoTime)
      throws InterruptedException {
    if (name.value().length() > NAME_MAX) {
      throw new IllegalArgumentException("a step's name has at most " + NAME_MAX + " characters");
    }
    long before = instance.info().sequence();
    RequestId id = new RequestId(name + "/allocate");
    return switch (decided(() -> instance.allocate(id, request))) {
      case Outcome.Granted granted ->
          new StepGuard(instance, name, request, granted.allocation(), nanoTime);
      case Outcome.Partial partial ->
          new StepGuard(instance, name, request, partial.allocation(), nanoTime);
      case Outcome.Denied(var denials) -> throw denied(denials);
      case Outcome.Queued queued -> {
        StepGuard guard = new StepGuard(instance, name, request, queued.allocation(), nanoTime);
        guard.await(before);
        yield guard;
      }
    };
  }

  /// The allocation that it guards.
  public AllocationId allocation() {
    return allocation;
  }

  /// Records what the step has consumed since the last record, without a cost of its own.
  ///
  /// @return what is left, among others
  /// @throws StepStoppedException where the step must stop; what it consumed is recorded all the
  ///   same, unless the instance refused that or did not answer
  public Outcome.Used track(ResourceType type, long consumed) {
    return track(UsageRecord.of(allocation, type, consumed));
  }

  /// The same with a cost, a category and labels.
  ///
  /// @param usage of [#allocation()]
  public Outcome.Used track(UsageRecord usage) {
    if (!usage.allocation().equals(allocation)) {
      throw new IllegalArgumentException("usage of " + usage.allocation() + ", not " + allocation);
    }
    RequestId id = new RequestId(name + "/" + run + "/use-" + records++);
    Outcome.Used used = decided(() -> instance.recordUsage(id, usage));
    if (used.exhausted()) {
      throw stopped(new StepStoppedException.Reason.Exhausted(usage.type(), used));
    }
    keep();
    return used;
  }

  /// Returns what the step has not consumed. Where nobody answers, it returns by itself when the
  /// lease ends.
  ///
  /// @throws StepStoppedException where nobody answers
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release();
    }
  }

  private void keep() {
    long lease = request.lease().toNanos();
    long now = nanoTime.getAsLong();
    if (now - keptAt > lease / 2) {
      decided(this::renew);
      keptAt = now;
    }
  }

  private Reply<Outcome.Renewed> renew() {
    RequestId id = new RequestId(name + "/" + run + "/renew-" + renewals++);
    return instance.renew(id, allocation, request.lease());
  }

  private void release() {
    RequestId id = new RequestId(name + "/release");
    Reply<Outcome.Released> reply = persist(() -> instance.release(id, allocation));
    if (reply instanceof Reply.Silence<Outcome.Released>(var _, var cause)) {
      throw stopped(new StepStoppedException.Reason.Unreachable(cause));
    }
    if (reply instanceof Reply.Refused<Outcome.Released>(var refusal)
        && !(refusal instanceof Refusal.UnknownAllocation)) {
      throw stopped(new StepStoppedException.Reason.Refused(refusal));
    }
  }

  /// Waits for the grant. Events tell when to look; that something was missed costs a second.
  private void await(long before) throws InterruptedException {
    Wakes wakes = new Wakes(allocation);
    boolean granted = false;
    try (Subscription _ = instance.events(before, wakes)) {
      while (!granted) {
        Event.Body body = wakes.seen.poll(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        if (body instanceof Event.Denied denied) {
          throw denied(denied.denials());
        }
        granted = isGranted();
      }
    } finally {
      if (!granted) {
        closed = true;
        release();
      }
    }
    keptAt = nanoTime.getAsLong();
  }

  /// Whether the wait has ended by a grant: only what is granted can be renewed.
  private boolean isGranted() {
    return switch (persist(this::renew)) {
      case Reply.Decided<Outcome.Renewed> _ -> true;
      case Reply.Refused<Outcome.Renewed>(Refusal.StillWaiting _) -> false;
      case Reply.Refused<Outcome.Renewed>(Refusal.UnknownAllocation _) -> throw denied(List.of());
      case Reply.Refused<Outcome.Renewed>(var refusal) ->
          throw stopped(new StepStoppedException.Reason.Refused(refusal));
      case Reply.Silence<Outcome.Renewed>(var _, var cause) ->
          throw stopped(new StepStoppedException.Reason.Unreachable(cause));
    };
  }

  private static <T> T decided(Supplier<Reply<T>> command) {
    return switch (persist(command)) {
      case Reply.Decided<T>(var value) -> value;
      case Reply.Refused<T>(var refusal) ->
          throw stopped(new StepStoppedException.Reason.Refused(refusal));
      case Reply.Silence<T>(var _, var cause) ->
          throw stopped(new StepStoppedException.Reason.Unreachable(cause));
    };
  }

  /// The same command can be sent again under the same id (A5).
  private static <T> Reply<T> persist(Supplier<Reply<T>> command) {
    Reply<T> reply = command.get();
    for (int attempt = 1; attempt < ATTEMPTS && reply instanceof Reply.Silence; attempt++) {
      reply = command.get();
    }
    return reply;
  }

  private static StepStoppedException denied(List<Denial> denials) {
    return stopped(new StepStoppedException.Reason.Denied(denials));
  }

  private static StepStoppedException stopped(StepStoppedException.Reason reason) {
    return new StepStoppedException(reason);
  }

  /// Hears when a wait may have ended.
  private static final class Wakes implements EventSubscriber {
    final LinkedBlockingQueue<Event.Body> seen = new LinkedBlockingQueue<>();
    private final AllocationId allocation;

    Wakes(AllocationId allocation) {
      this.allocation = allocation;
    }

    @Override
    public void onEvents(List<Event> events) {
      for (Event event : events) {
        if (endsWait(event.body())) {
          seen.add(event.body());
        }
      }
    }

    @Override
    public void onGap(long oldestKept) {
      // What was missed is found by looking.
    }

    private boolean endsWait(Event.Body body) {
      return switch (body) {
        case Event.Granted granted -> granted.allocation().equals(allocation);
        case Event.Denied denied -> denied.allocation().filter(allocation::equals).isPresent();
        case Event.Ended ended -> ended.allocation().equals(allocation);
        default -> false;
      };
    }
  }
}
