package dev.headroom.sandbox;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import dev.headroom.model.Outcome;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The simplest thing to play: every 300 ms, one allocation at `/user:heart`.
final class Heartbeat implements WorkloadSource {
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  static final long EVERY_MILLIS = 300;

  private final String name;

  /// The instants at which the last workload acted, in milliseconds after the start.
  final List<Long> beats = new ArrayList<>();

  /// What the last workload heard of.
  final List<Event.Body> heard = new ArrayList<>();

  Heartbeat(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return name;
  }

  @Override
  public String summary() {
    return "It beats.";
  }

  @Override
  public Instant start() {
    return START;
  }

  @Override
  public int scopesDefault() {
    return 2;
  }

  @Override
  public Workload open(Stage stage, long seed, int scopes) {
    beats.clear();
    heard.clear();
    return new Workload() {
      private long next = stage.now() + EVERY_MILLIS;

      @Override
      public long nextAt() {
        return next;
      }

      @Override
      public void act() {
        beats.add(stage.now() - START.toEpochMilli());
        AllocationRequest request =
            AllocationRequest.of(
                ScopePath.of("/user:heart"), RequestLine.required(ResourceType.API_CALLS, seed));
        if (stage.submit(new Command.Allocate(stage.nextId(), request))
            instanceof Outcome.Granted granted) {
          release(granted.allocation());
        }
        next += EVERY_MILLIS;
      }

      private void release(AllocationId allocation) {
        stage.submit(new Command.Release(stage.nextId(), allocation));
      }

      @Override
      public void onEvent(Event event) {
        heard.add(event.body());
      }
    };
  }
}
