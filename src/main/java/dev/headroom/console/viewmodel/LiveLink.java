package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.client.Link;
import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveView;
import dev.headroom.client.Subscription;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// What comes of one instance while it is shown: frames of what is watched, and how it is reached.
/// The link's thread leaves the newest frame; all else is for the UI thread only. Once closed,
/// nothing comes any more, whatever is still under way.
final class LiveLink implements AutoCloseable {
  private static final Duration FRAME_INTERVAL = Duration.ofMillis(100);

  private final Instance instance;
  private final Calls calls;
  private final LongSupplier nanos;
  private final AtomicReference<Optional<Arrival>> newest = new AtomicReference<>(Optional.empty());
  private Optional<Subscription> reached = Optional.empty();
  private Optional<LiveView> live = Optional.empty();
  private List<ScopePath> watched = List.of();
  private Optional<LiveView.Focus> focused = Optional.empty();
  private boolean closed;

  /// A frame, and when it came.
  record Arrival(LiveFrame frame, long nanos) {}

  /// Nothing comes before it is opened.
  ///
  /// @param nanos a stopwatch
  LiveLink(Instance instance, Calls calls, LongSupplier nanos) {
    this.instance = instance;
    this.calls = calls;
    this.nanos = nanos;
  }

  /// Connects.
  ///
  /// @param told is told how the instance is reached
  /// @param ready is told once something can be watched
  void open(Consumer<Link> told, Runnable ready) {
    calls.ask(
        () -> instance.watchLink(now -> calls.tell(() -> tell(told, now))),
        watching -> {
          reached = Optional.of(watching);
          letGo();
        });
    calls.ask(
        () -> instance.live(FRAME_INTERVAL, this::onFrame),
        view -> {
          live = Optional.of(view);
          letGo();
          if (!closed) {
            ready.run();
          }
        });
  }

  private void tell(Consumer<Link> told, Link now) {
    if (!closed) {
      told.accept(now);
    }
  }

  private void onFrame(LiveFrame frame) {
    newest.set(Optional.of(new Arrival(frame, nanos.getAsLong())));
  }

  /// The newest frame, unless it was taken.
  Optional<Arrival> take() {
    return newest.getAndSet(Optional.empty());
  }

  /// Says which scopes are to be kept current.
  void watch(List<ScopePath> paths) {
    if (!paths.equals(watched) && live.isPresent()) {
      LiveView view = live.get();
      watched = List.copyOf(paths);
      calls.say(() -> view.watch(paths));
    }
  }

  /// Says the chain of which scope and type is to be kept current.
  void explain(Optional<LiveView.Focus> wanted) {
    if (!wanted.equals(focused) && live.isPresent()) {
      LiveView view = live.get();
      focused = wanted;
      calls.say(() -> view.explain(wanted));
    }
  }

  @Override
  public void close() {
    closed = true;
    letGo();
  }

  /// Ends what has come to be, also after it is closed.
  private void letGo() {
    if (closed) {
      reached.ifPresent(watching -> calls.aside(watching::close));
      live.ifPresent(view -> calls.aside(view::close));
      reached = Optional.empty();
      live = Optional.empty();
    }
  }
}
