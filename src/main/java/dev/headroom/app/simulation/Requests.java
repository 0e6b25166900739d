package dev.headroom.app.simulation;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Amount;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes up requests.
final class Requests {
  private static final int AMOUNT_MAX = 40;
  private static final List<Priority> PRIORITIES = List.of(Priority.values());

  private final Dice dice;

  Requests(Dice dice) {
    this.dice = dice;
  }

  /// @param waits how many of a hundred are ready to wait
  /// @param longest how long they hold what they get, at most
  AllocationRequest request(int waits, Duration longest) {
    ResourceType first = type();
    List<RequestLine> lines = new ArrayList<>();
    lines.add(
        dice.happens(90)
            ? required(first, amount())
            : RequestLine.optional(first, AMOUNT_MAX).atLeast(dice.between(1, AMOUNT_MAX)));
    if (dice.happens(20)) {
      lines.add(RequestLine.optional(type(), amount()).orElse(type(), 1));
    }
    Duration maxWait =
        dice.happens(waits) ? Duration.ofMillis(dice.between(1, 900_000)) : Duration.ZERO;
    return new AllocationRequest(
        Terrain.PATHS.get((int) dice.between(0, Terrain.PATHS.size() - 1)),
        lines,
        PRIORITIES.get((int) dice.between(0, PRIORITIES.size() - 1)),
        Duration.ofMillis(dice.between(1, longest.toMillis())),
        maxWait,
        dice.happens(25),
        dice.happens(10),
        "",
        Map.of());
  }

  /// Now and then content with less, where what there is is split (SHARING).
  private RequestLine required(ResourceType type, long amount) {
    RequestLine line = RequestLine.required(type, amount);
    return dice.happens(30) ? line.atLeast(dice.between(1, amount)) : line;
  }

  ResourceType type() {
    return Terrain.TYPES.get((int) dice.between(0, Terrain.TYPES.size() - 1));
  }

  long amount() {
    return dice.between(1, 2_000) == 1 ? Amount.MAX : dice.between(1, AMOUNT_MAX);
  }
}
