package dev.headroom.server;

import dev.headroom.client.EventSubscriber;
import dev.headroom.client.Instance;
import dev.headroom.client.Subscription;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Disguise;
import dev.headroom.wire.json.Events;
import dev.headroom.wire.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Events as server-sent events, each with its number as `id`: complete, in order, each once (T3).
/// Batches of what is ready are written together; where nothing happens, a heartbeat is.
///
/// Whoever does not read is dropped once so much lies ready that more would fill the server's
/// memory, though it be in the middle of an event. The last `id` that came through whole says where
/// to go on.
final class EventStream implements Stream, EventSubscriber {
  /// Most batches that lie ready for a reader that does not keep up.
  private static final int BATCHES_MAX = 256;

  private final Instance instance;
  private final long after;
  private final Veil veil;
  private final LinkedBlockingQueue<Batch> ready = new LinkedBlockingQueue<>(BATCHES_MAX);
  private volatile boolean dropped;
  private volatile @Nullable Thread writer;

  /// What is to be written next.
  private sealed interface Batch {
    record Happened(List<Event> events) implements Batch {}

    record Gap(long oldestKept) implements Batch {}

    record End() implements Batch {}
  }

  /// @param after the last number that the reader has
  /// @param subtree of what happens elsewhere nothing is told
  EventStream(Instance instance, long after, ScopePath subtree) {
    this.instance = instance;
    this.after = after;
    this.veil = new Veil(subtree);
  }

  @Override
  public Subscription begin() {
    return instance.events(after, this);
  }

  @Override
  public void onEvents(List<Event> events) {
    put(new Batch.Happened(events));
  }

  @Override
  public void onGap(long oldestKept) {
    put(new Batch.Gap(oldestKept));
  }

  @Override
  public void end() {
    put(new Batch.End());
  }

  /// Never waits: the engine's events must not be held up by a slow reader.
  private void put(Batch batch) {
    if (!dropped && !ready.offer(batch)) {
      dropped = true;
      Thread stuck = writer;
      if (stuck != null) {
        stuck.interrupt(); // It waits for the reader, and would for ever.
      }
    }
  }

  @Override
  public void writeTo(OutputStream out) throws IOException, InterruptedException {
    boolean more = true;
    writer = Thread.currentThread();
    Stream.write(": hello\n\n", out);
    out.flush();
    while (more) {
      more = write(next(), out);
      out.flush();
    }
  }

  private List<Batch> next() throws InterruptedException {
    List<Batch> batches = new ArrayList<>();
    Batch first = ready.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batches.add(first);
      ready.drainTo(batches);
    }
    return batches;
  }

  private boolean write(List<Batch> batches, OutputStream out) throws IOException {
    if (batches.isEmpty()) {
      Stream.write(": beat\n\n", out);
    }
    for (Batch batch : batches) {
      switch (batch) {
        case Batch.Happened(var events) -> {
          for (Event event : events) {
            if (isVisible(event)) {
              write(event, out);
            }
          }
        }
        case Batch.End() -> {
          return false;
        }
        case Batch.Gap(long oldestKept) -> {
          // Whoever goes on does so after the number before it.
          long oldest = shown(oldestKept - 1) + 1;
          Stream.write("event: gap\ndata: {\"oldestKept\":" + oldest + "}\n\n", out);
          return false;
        }
      }
    }
    return !(dropped && ready.isEmpty());
  }

  private void write(Event event, OutputStream out) throws IOException {
    Stream.write("id: " + shown(event.sequence()) + "\ndata: ", out);
    out.write(Json.write(Events.EVENT, veil.over(event)));
    out.write('\n');
    out.write('\n');
  }

  private static long shown(long sequence) {
    return Disguise.current().shown(Disguise.Kind.EVENT, sequence);
  }

  private boolean isVisible(Event event) {
    return event.body().concerns(veil.subtree());
  }
}
