package dev.headroom.client.remote;

import dev.headroom.client.EventSubscriber;
import dev.headroom.model.Event;
import dev.headroom.wire.json.Events;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Scalar;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.Request;

/// Delivers events to one subscriber, each once and in order, across all breaks of the connection:
/// whoever has seen number n asks for what comes after n (T3).
final class RemoteEvents implements RemoteStream.Reader {
  private static final int BATCH_MAX = 1024;
  private static final String GAP = "gap";

  private static final ObjectShape<Long> OLDEST_KEPT =
      ObjectShape.of(
          "Gap",
          fields -> {
            var oldest = fields.required("oldestKept", Scalar.LONG, Function.identity());
            return in -> in.get(oldest);
          });

  private final Transport transport;
  private final EventSubscriber subscriber;
  private final RemoteStream stream;
  private long seen;

  /// @param after the last number that the subscriber has seen
  RemoteEvents(Transport transport, Line line, long after, EventSubscriber subscriber) {
    this.transport = transport;
    this.subscriber = subscriber;
    this.seen = after;
    this.stream = new RemoteStream(transport, line, this);
  }

  RemoteEvents begin() {
    stream.begin("headroom-remote-events");
    return this;
  }

  @Override
  public Request request() {
    var at = transport.at("v1/events").addQueryParameter("after", Long.toString(seen));
    return transport.request(at).build();
  }

  @Override
  public boolean read(ServerSentEvents events) throws IOException {
    List<Event> batch = new ArrayList<>();
    while (true) {
      ServerSentEvents.Message message = events.next();
      if (message.kind().equals(GAP)) {
        hand(batch);
        return gap(message);
      }
      if (!message.isBeat()) {
        batch.add(message.as(Events.EVENT));
      }
      if (batch.size() == BATCH_MAX || !events.hasMore()) {
        hand(batch);
        batch = new ArrayList<>();
      }
    }
  }

  private void hand(List<Event> batch) {
    if (!batch.isEmpty() && !stream.isEnded()) {
      seen = batch.getLast().sequence();
      subscriber.onEvents(batch);
    }
  }

  private boolean gap(ServerSentEvents.Message message) throws IOException {
    long oldestKept = message.as(OLDEST_KEPT);
    if (!stream.isEnded()) {
      subscriber.onGap(oldestKept);
    }
    return true;
  }

  @Override
  public boolean isEnded() {
    return stream.isEnded();
  }

  @Override
  public void close() {
    stream.close();
  }
}
