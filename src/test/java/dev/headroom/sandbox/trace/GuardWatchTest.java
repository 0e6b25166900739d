package dev.headroom.sandbox.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.AllocationId;
import dev.headroom.model.Event;
import dev.headroom.model.GrantedLine;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.SharingPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The watch over the starvation guard")
final class GuardWatchTest {
  private static final String ADA = "/user:ada/run:r1";
  private static final String BEN = "/user:ben/run:r1";

  private static final Pool POOL =
      new Pool(new PoolId("grid"), ScopePath.ROOT, ResourceType.COMPUTE, Pool.Terms.of(1));

  private long sequence;

  private static GuardWatch watch(SharingPolicy policy) {
    Pool pool = POOL.with(Pool.Terms.of(1000).withSharing(policy));
    return new GuardWatch(new ServingPools(List.of(pool), 0), Duration.ofMinutes(5));
  }

  private Event at(long second, Event.Body body) {
    return new Event(++sequence, Instant.ofEpochSecond(second), body);
  }

  private static Event.Body queued(String path, long id) {
    return new Event.Queued(ScopePath.of(path), new AllocationId(id), POOL.ref(), List.of());
  }

  private static Event.Body granted(String path, long id, ResourceType type, long waited) {
    return new Event.Granted(
        ScopePath.of(path),
        new AllocationId(id),
        List.of(new GrantedLine(type, 1, 1)),
        Instant.ofEpochSecond(10_000),
        waited * 1000);
  }

  @ParameterizedTest(name = "{2} is granted {3} at second {1} under {0}: {4} ms too long")
  @CsvSource(
      textBlock =
          """
          PRIORITY, 299, /user:ben/run:r1, COMPUTE,     0
          PRIORITY, 300, /user:ben/run:r1, COMPUTE,     0
          PRIORITY, 307, /user:ben/run:r1, COMPUTE,  7000
          PRIORITY, 307, /user:ben/run:r1, MEMORY,      0
          FAIR,     307, /user:ben/run:r1, COMPUTE,     0
          FAIR,     307, /user:ada/run:r2, COMPUTE,  7000
          """)
  @DisplayName("sees for how long one waited who is passed by one who came later")
  void seesPasses(SharingPolicy policy, long second, String path, ResourceType type, long tooLong) {
    var watch = watch(policy);
    watch.hear(at(0, queued(ADA, 1)));
    watch.hear(at(second, granted(path, 2, type, 0)));

    assertThat(watch.longestMillis()).isEqualTo(tooLong);
  }

  @Test
  @DisplayName("does not mind who came earlier, or who does not wait any more")
  void mindsTurns() {
    var watch = watch(SharingPolicy.PRIORITY);
    watch.hear(at(0, queued(ADA, 1)));
    watch.hear(at(1, queued(BEN, 2)));
    watch.hear(at(900, granted(ADA, 1, ResourceType.COMPUTE, 900)));
    watch.hear(at(901, new Event.Denied(ScopePath.of(BEN), id(2), List.of(), 900_000)));
    watch.hear(at(902, granted(BEN, 3, ResourceType.COMPUTE, 0)));

    assertThat(watch.longestMillis()).isZero();
  }

  @Test
  @DisplayName("knows that who was preempted waits again in their old place, for no longer")
  void knowsOldPlaces() {
    var watch = watch(SharingPolicy.PRIORITY);
    watch.hear(at(0, queued(ADA, 1)));
    watch.hear(at(200, granted(ADA, 1, ResourceType.COMPUTE, 200)));
    watch.hear(at(300, queued(BEN, 2)));
    watch.hear(
        at(
            1000,
            new Event.Preempted(
                ScopePath.of(ADA),
                new AllocationId(1),
                Priority.NORMAL,
                POOL.ref(),
                id(2),
                ScopePath.of(BEN),
                Priority.HIGH,
                id(3))));
    watch.hear(at(1000, queued(ADA, 3)));
    watch.hear(at(1100, granted(BEN, 2, ResourceType.COMPUTE, 800)));
    assertThat(watch.longestMillis()).as("200 s and 100 s are not too long").isZero();

    watch.hear(at(1104, granted(BEN, 4, ResourceType.COMPUTE, 0)));
    assertThat(watch.longestMillis()).isEqualTo(4000);
  }

  private static Optional<AllocationId> id(long value) {
    return Optional.of(new AllocationId(value));
  }
}
