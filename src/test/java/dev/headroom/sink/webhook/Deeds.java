package dev.headroom.sink.webhook;

import dev.headroom.client.Instance;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Event;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;

/// Makes events happen: each allocation is one.
public final class Deeds {
  private Deeds() {}

  public static void allocate(Instance instance, String id, ScopePath path, int times) {
    for (int count = 0; count < times; count++) {
      instance.allocate(
          new RequestId(id + count),
          AllocationRequest.of(path, RequestLine.required(ResourceType.TOKENS, 1)));
    }
  }

  /// As little of an event as these tests look at.
  public static String json(Event event) {
    return "{\"sequence\":"
        + event.sequence()
        + ",\"kind\":\""
        + event.body().family()
        + "\",\"path\":\""
        + event.body().path()
        + "\"}";
  }
}
