package dev.headroom.console;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.UsageRecord;
import java.time.Duration;
import java.util.List;

/// A user of a [SmallWorld] who is allowed much and uses little: something that could be done
/// better.
public final class Clerk {
  /// The clerk's scope.
  public static final String ADDRESS = "/user:clerk";

  private static final ScopePath PATH = ScopePath.of(ADDRESS);

  private Clerk() {}

  /// Has the clerk work for an hour.
  public static void work(SmallWorld world) {
    Instance instance = world.instance();
    Limit limit =
        new Limit(PATH, ResourceType.TOKENS, Limit.Terms.hard(10_000).per(Period.of("PT5M")));
    Change change = new Change.PutLimits(PATH, List.of(limit), 0);
    decided(
        instance.apply(
            new Command.ApplyChanges(id("limit", 0), List.of(change), "ops", "to begin with")));
    for (int window = 0; window < 13; window++) {
      RequestLine line = RequestLine.required(ResourceType.TOKENS, 1_000);
      AllocationId allocation =
          ((Outcome.Granted)
                  decided(instance.allocate(id("ask", window), AllocationRequest.of(PATH, line))))
              .allocation();
      UsageRecord usage = UsageRecord.of(allocation, ResourceType.TOKENS, 800);
      decided(instance.recordUsage(id("use", window), usage));
      decided(instance.release(id("end", window), allocation));
      world.pass(Duration.ofMinutes(5));
    }
  }

  private static RequestId id(String what, int number) {
    return new RequestId("clerk-" + what + "-" + number);
  }

  private static <T> T decided(Reply<T> reply) {
    if (reply instanceof Reply.Decided<T>(var value)) {
      return value;
    }
    throw new AssertionError(reply.toString());
  }
}
