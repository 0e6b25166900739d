package dev.headroom.console.viewmodel;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Instance;
import dev.headroom.client.Subscription;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The newest events, while somebody looks. Keeping one costs a slot in a ring; rows are made only
/// of what is shown. Events come from the link's thread, the rest is for the UI thread.
public final class EventFeed implements AutoCloseable {
  private static final int KEPT_MAX = 2_000;
  private static final int LOOKED_BACK = 8_000;
  private static final int SHOWN_MAX = 300;

  private volatile Instance instance;
  private final Calls calls;
  private final Predicate<Event.Body> kind;
  private final Deque<Event> kept = new ArrayDeque<>();
  private final EarlierEvents earlier;
  private Optional<Subscription> subscription = Optional.empty();

  /// The first event that came, of whichever kind, and the number of the last.
  private Optional<Event> oldest = Optional.empty();

  private long newest;

  /// The last row, where there are more than are shown.
  private Optional<Event> full = Optional.empty();

  private long lookedBackFrom = Long.MAX_VALUE;
  private boolean wanted;
  private boolean calm = true;
  private long version;

  private EventFeed(Instance instance, Calls calls, Predicate<Event.Body> kind) {
    this.instance = instance;
    this.calls = calls;
    this.kind = kind;
    earlier = new EarlierEvents(calls, kind, this::tell);
  }

  private void tell() {
    synchronized (kept) {
      version++;
    }
  }

  /// Of everything that happens.
  static EventFeed ofAll(Instance instance, Calls calls) {
    return new EventFeed(instance, calls, _ -> true);
  }

  /// Of changes of limits, pools and settings.
  static EventFeed ofChanges(Instance instance, Calls calls) {
    return new EventFeed(instance, calls, Event.ConfigChanged.class::isInstance);
  }

  /// Of how conflicts are decided: whoever waited is granted or denied, or someone is revoked.
  static EventFeed ofDecisions(Instance instance, Calls calls) {
    return new EventFeed(
        instance,
        calls,
        body ->
            switch (body) {
              case Event.Granted granted -> granted.waitedMillis() > 0;
              case Event.Denied denied -> denied.allocation().isPresent();
              case Event.Preempted _, Event.Shrunk _, Event.DeadlockFound _ -> true;
              default -> false;
            });
  }

  /// Begins or ends listening.
  ///
  /// @param on whether anybody looks
  public void listen(boolean on) {
    if (on == wanted) {
      return;
    }
    wanted = on;
    calls.say(() -> follow(on));
  }

  /// Forgets all of them, and goes on with those of the same instance at another instant.
  void turnTo(Instance other) {
    instance = other;
    earlier.forget();
    lookedBackFrom = Long.MAX_VALUE;
    calls.say(this::forget);
    if (wanted) {
      calls.say(() -> follow(true));
    }
  }

  private void forget() {
    subscription.ifPresent(Subscription::close);
    subscription = Optional.empty();
    synchronized (kept) {
      kept.clear();
      oldest = Optional.empty();
      newest = 0;
      version++;
    }
  }

  /// Whether routine is left out: grants, use, releases.
  public void leaveOutRoutine(boolean without) {
    calm = !without;
    tell();
  }

  /// Counts up when there are other events.
  public long version() {
    synchronized (kept) {
      return version;
    }
  }

  /// The newest events at and below a scope, newest first.
  ///
  /// @param address the scope's address
  public List<EventRow> rows(String address, Instant now, ZoneId zone) {
    ScopePath below = ScopePath.of(address);
    List<Event> shown = new ArrayList<>();
    forgetWhatIsApart();
    full = Optional.empty();
    synchronized (kept) {
      Iterator<Event> newestFirst = kept.descendingIterator();
      while (newestFirst.hasNext() && shown.size() < SHOWN_MAX) {
        Event event = newestFirst.next();
        if (isShown(event, below)) {
          shown.add(event);
        }
      }
      full = newestFirst.hasNext() ? Optional.of(shown.getLast()) : Optional.empty();
    }
    List<Event> more = earlier.found();
    for (int at = more.size() - 1; at >= 0 && full.isEmpty(); at--) {
      if (isShown(more.get(at), below)) {
        shown.add(more.get(at));
      }
    }
    return shown.stream().map(event -> EventSentences.row(event, now, zone)).toList();
  }

  /// Between what was found before and what is at hand, nothing may be missing.
  private void forgetWhatIsApart() {
    if (cut().filter(first -> first.sequence() > lookedBackFrom).isPresent()) {
      earlier.forget();
    }
  }

  private boolean isShown(Event event, ScopePath below) {
    boolean routine = event.body().family() == Event.Family.RESOURCE_USAGE;
    return (calm || !routine) && event.body().concerns(below);
  }

  /// How far back the rows reach, and why no further; empty where there was nothing before.
  public String end(Instant now, ZoneId zone) {
    return full.map(
            last -> Wording.text("events.end.newest", SHOWN_MAX, Times.clock(now, last.at(), zone)))
        .or(() -> cut().map(first -> earlier.text(first.at(), now, zone)))
        .orElse("");
  }

  /// The oldest event at hand, unless it is the first that ever was.
  private Optional<Event> cut() {
    synchronized (kept) {
      return kept.size() == KEPT_MAX
          ? Optional.of(kept.getFirst())
          : oldest.filter(event -> event.sequence() > 1);
    }
  }

  /// What to call looking further back; empty where that cannot be done, or is being done.
  public String lookBackText() {
    return full.isEmpty() && cut().isPresent() && earlier.canLook() ? earlier.buttonText() : "";
  }

  /// Looks further back.
  public void lookBack() {
    cut()
        .filter(_ -> earlier.canLook())
        .ifPresent(first -> {
          lookedBackFrom = first.sequence();
          earlier.look(instance, first);
        });
  }

  @Override
  public void close() {
    listen(false);
  }

  /// Runs on the thread of words, which says one thing after the other.
  private void follow(boolean on) {
    subscription.ifPresent(Subscription::close);
    subscription = Optional.empty();
    if (on) {
      follow(Math.max(0, instance.info().sequence() - LOOKED_BACK));
    }
  }

  private void follow(long after) {
    subscription =
        Optional.of(
            instance.events(
                after,
                new EventSubscriber() {
                  @Override
                  public void onEvents(List<Event> events) {
                    keep(events);
                  }

                  @Override
                  public void onGap(long oldestKept) {
                    // The feed shows the newest only, so it goes on from there.
                    calls.say(() -> resume(oldestKept - 1));
                  }
                }));
  }

  private void resume(long after) {
    if (subscription.isPresent()) {
      subscription.get().close();
      follow(after);
    }
  }

  private void keep(List<Event> events) {
    synchronized (kept) {
      for (Event event : events) {
        if (event.sequence() <= newest) {
          continue; // It came when somebody looked before.
        }
        newest = event.sequence();
        oldest = oldest.or(() -> Optional.of(event));
        if (kind.test(event.body())) {
          if (kept.size() == KEPT_MAX) {
            kept.removeFirst();
          }
          kept.addLast(event);
          version++;
        }
      }
    }
  }
}
