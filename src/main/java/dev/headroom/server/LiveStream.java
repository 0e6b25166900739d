package dev.headroom.server;

import dev.headroom.client.Instance;
import dev.headroom.client.LiveFrame;
import dev.headroom.client.LiveSubscriber;
import dev.headroom.client.LiveView;
import dev.headroom.client.Subscription;
import dev.headroom.client.json.Frames;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The newest state of what one reader looks at: a frame that was not read in time is replaced by
/// the next. Lossy by design, always newest.
final class LiveStream implements Stream, LiveSubscriber {
  private final Instance instance;
  private final Duration interval;
  private final Veil veil;
  private final boolean seesAll;
  private final String name;
  private final AtomicReference<@Nullable LiveFrame> newest = new AtomicReference<>();
  private @Nullable LiveView view;
  private volatile @Nullable Thread writer;
  private volatile boolean ended;

  /// @param name what the reader calls it by
  /// @param subtree what is elsewhere is not shown
  LiveStream(Instance instance, Duration interval, String name, ScopePath subtree) {
    this.instance = instance;
    this.interval = interval;
    this.name = name;
    this.veil = new Veil(subtree);
    this.seesAll = subtree.equals(ScopePath.ROOT);
  }

  @Override
  public synchronized Subscription begin() {
    LiveView begun = instance.live(interval, this);
    view = begun;
    return begun;
  }

  /// Looks at something else from now on.
  synchronized void look(List<ScopePath> scopes, Optional<LiveView.Focus> focus) {
    LiveView live = Objects.requireNonNull(view, "a stream that has begun");
    live.watch(scopes);
    live.explain(focus);
  }

  @Override
  public void onFrame(LiveFrame frame) {
    newest.set(frame);
    LockSupport.unpark(writer);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    writer = Thread.currentThread();
    Stream.write("event: view\ndata: {\"view\":\"" + name + "\"}\n\n", out);
    out.flush();
    while (!ended) {
      LiveFrame frame = newest.getAndSet(null);
      if (frame == null) {
        LockSupport.parkNanos(HEARTBEAT.toNanos());
        frame = newest.getAndSet(null);
      }
      if (frame == null) {
        Stream.write(": beat\n\n", out);
      } else {
        Stream.write("data: ", out);
        out.write(Json.write(Frames.FRAME, seen(frame)));
        Stream.write("\n\n", out);
      }
      out.flush();
    }
  }

  @Override
  public void end() {
    ended = true;
    LockSupport.unpark(writer);
  }

  private LiveFrame seen(LiveFrame frame) {
    return seesAll
        ? frame
        : new LiveFrame(
            frame.at(),
            0,
            frame.scopes(),
            frame.focus().map(veil::over),
            0,
            frame.scopes().size(),
            0,
            0);
  }
}
