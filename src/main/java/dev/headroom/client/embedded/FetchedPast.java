package dev.headroom.client.embedded;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.PastReach;
import dev.headroom.client.PastSource;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.model.Event;
import dev.headroom.model.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/// The past of an instance in another process: the newest part of it is fetched as a recording, and
/// looked at here. Any thread.
public final class FetchedPast implements PastSource {
  private static final System.Logger LOG = System.getLogger("dev.headroom.client");

  /// The last but one may still be on show.
  private static final int HELD_MAX = 2;

  private final Instance instance;
  private final PastSource recorder;
  private final ReentrantLock lock = new ReentrantLock();

  /// The newest last; guarded by the lock.
  private final Deque<Held> held = new ArrayDeque<>();

  /// @param instance whose past it is, and that fetches recordings; not closed with this
  public FetchedPast(Instance instance) {
    this.instance = instance;
    this.recorder = instance.past();
  }

  /// What was fetched, in a folder of its own that nobody else may read.
  private record Held(LocalRecording recording, Path folder) {
    void letGo() {
      recording.close();
      remove(folder);
    }
  }

  private static Path fileIn(Path folder) {
    return folder.resolve("span" + RecordingQuery.EXTENSION);
  }

  private static void remove(Path folder) {
    try {
      Files.deleteIfExists(fileIn(folder));
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      LOG.log(System.Logger.Level.WARNING, "could not remove " + folder, left);
    }
  }

  @Override
  public Reply<PastReach> reach(Duration back, Cancellation cancellation, DoubleConsumer progress) {
    progress.accept(0);
    Instant now = instance.info().now();
    try {
      Path folder = Files.createTempDirectory("headroom-recording-");
      var query = new RecordingQuery(now.minus(back), now, fileIn(folder));
      Reply<PastReach> reach =
          recorder.record(query, cancellation, progress).then(_ -> open(folder));
      if (!(reach instanceof Reply.Decided<PastReach>)) {
        remove(folder);
      }
      return reach;
    } catch (IOException failure) {
      return silence(failure);
    }
  }

  private Reply<PastReach> open(Path folder) {
    try {
      LocalRecording recording = LocalRecording.fetched(fileIn(folder));
      hold(new Held(recording, folder));
      ZoneId zone = recording.instance().info().timeZone();
      return new Reply.Decided<>(new PastReach(recording.from(), recording.to(), zone, true));
    } catch (IOException unreadable) {
      return silence(unreadable);
    }
  }

  private static <T> Reply<T> silence(IOException failure) {
    return new Reply.Silence<>(Duration.ZERO, String.valueOf(failure.getMessage()));
  }

  private void hold(Held fetched) {
    lock.lock();
    try {
      held.addLast(fetched);
      if (held.size() > HELD_MAX) {
        held.removeFirst().letGo();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Reply<Instant> since() {
    return of(Instance::rememberedSince);
  }

  @Override
  public Reply<Instance> asOf(Instant instant, Cancellation cancellation) {
    return of(recorded -> recorded.asOf(instant, cancellation));
  }

  @Override
  public Reply<Instant> retell(
      Instant from, Instant to, Consumer<Event> told, Cancellation cancellation) {
    return of(recorded -> recorded.retell(from, to, told, cancellation));
  }

  @Override
  public Reply<Recorded> record(
      RecordingQuery query, Cancellation cancellation, DoubleConsumer progress) {
    return recorder.record(query, cancellation, progress);
  }

  private <T> Reply<T> of(Function<Instance, Reply<T>> question) {
    Optional<Held> newest;
    lock.lock();
    try {
      newest = Optional.ofNullable(held.peekLast());
    } finally {
      lock.unlock();
    }
    return newest
        .map(fetched -> question.apply(fetched.recording.instance()))
        .orElseGet(() -> new Reply.Refused<>(new Refusal.NotAllowed(NO_PAST)));
  }

  @Override
  public void close() {
    lock.lock();
    try {
      held.forEach(Held::letGo);
      held.clear();
    } finally {
      lock.unlock();
    }
  }
}
