package dev.headroom.client.remote;

import dev.headroom.client.LiveSubscriber;
import dev.headroom.client.LiveView;
import dev.headroom.client.Reply;
import dev.headroom.client.json.Frames;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Scalar;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/// The newest state of what one window looks at. What that is, is said to the server by a thread of
/// its own, of several words only the last, and again wherever the connection had to be made anew.
final class RemoteLiveView implements RemoteStream.Reader, LiveView {
  private static final int RATE_MAX = 30;
  private static final int MILLIS_PER_SECOND = 1000;
  private static final String VIEW = "view";

  private static final ObjectShape<String> NAME =
      ObjectShape.of(
          "View",
          fields -> {
            var name = fields.required(VIEW, Scalar.TEXT, Function.identity());
            return in -> in.get(name);
          });

  private static final ObjectShape<String> DONE = ObjectShape.of("Done", _ -> _ -> "");

  private final Transport transport;
  private final Calls calls;
  private final Duration interval;
  private final LiveSubscriber subscriber;
  private final RemoteStream stream;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition change = lock.newCondition();
  private Frames.Look look = new Frames.Look(List.of(), Optional.empty());
  private Optional<String> name = Optional.empty();
  private boolean said = true;
  private long nextFrameNanos = System.nanoTime();

  RemoteLiveView(
      Transport transport, Calls calls, Line line, Duration interval, LiveSubscriber subscriber) {
    this.transport = transport;
    this.calls = calls;
    this.interval = interval;
    this.subscriber = subscriber;
    this.stream = new RemoteStream(transport, line, this);
  }

  RemoteLiveView begin() {
    stream.begin("headroom-remote-live");
    Thread.ofVirtual().name("headroom-remote-look").start(this::sayLooks);
    return this;
  }

  @Override
  public void watch(List<ScopePath> scopes) {
    List<ScopePath> watched = List.copyOf(scopes.subList(0, Math.min(scopes.size(), WATCHED_MAX)));
    locked(() -> turnTo(new Frames.Look(watched, look.focus())));
  }

  @Override
  public void explain(Optional<Focus> focus) {
    locked(() -> turnTo(new Frames.Look(look.scopes(), focus)));
  }

  @Override
  public Request request() {
    long perSecond = MILLIS_PER_SECOND / Math.max(1, interval.toMillis());
    long rate = Math.clamp(perSecond, 1, RATE_MAX);
    return transport
        .request(transport.at("v1/live").addQueryParameter("rate", Long.toString(rate)))
        .build();
  }

  @Override
  public boolean read(ServerSentEvents events) throws IOException {
    ServerSentEvents.Message newest = null;
    while (true) {
      ServerSentEvents.Message message = events.next();
      if (message.kind().equals(VIEW)) {
        String begun = message.as(NAME);
        locked(() -> {
          name = Optional.of(begun);
          turnTo(look);
        });
      } else if (!message.isBeat()) {
        newest = message;
      }
      if (newest != null && !events.hasMore()) {
        show(newest);
        newest = null;
      }
    }
  }

  /// The server's fastest rate is one frame a second at least; whoever wants fewer gets fewer.
  private void show(ServerSentEvents.Message message) throws IOException {
    boolean due = System.nanoTime() - nextFrameNanos >= 0;
    if ((due || interval.toMillis() <= MILLIS_PER_SECOND) && !stream.isEnded()) {
      nextFrameNanos = System.nanoTime() + interval.toNanos();
      subscriber.onFrame(message.as(Frames.FRAME));
    }
  }

  /// Says what is looked at whenever that has changed, or whoever was told is no more.
  private void sayLooks() {
    try {
      for (Word word = nextWord(); word != null; word = nextWord()) {
        Reply<String> reply = calls.put("v1/live/" + word.view, Frames.Look.SHAPE, word.look, DONE);
        if (reply instanceof Reply.Silence<String>) {
          locked(() -> turnTo(look));
        }
      }
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException("nobody interrupts this thread", unexpected);
    }
  }

  private record Word(String view, Frames.Look look) {}

  private @Nullable Word nextWord() throws InterruptedException {
    lock.lock();
    try {
      while (!stream.isEnded() && (said || name.isEmpty())) {
        change.await();
      }
      said = true;
      return stream.isEnded() || name.isEmpty() ? null : new Word(name.get(), look);
    } finally {
      lock.unlock();
    }
  }

  private void turnTo(Frames.Look wanted) {
    look = wanted;
    said = false;
    change.signalAll();
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isEnded() {
    return stream.isEnded();
  }

  @Override
  public void close() {
    stream.close();
    locked(change::signalAll);
  }
}
