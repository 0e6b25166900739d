package dev.headroom.engine.history;

import dev.headroom.engine.Engine;
import dev.headroom.engine.EventSink;
import dev.headroom.model.Answer;
import dev.headroom.model.Event;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Plays a history to two engines, one of which is written as bytes and read again every so often.
final class Resumed {
  private final List<Event> events = new ArrayList<>();
  private final int every;
  private Engine engine = new Engine(events::add, Player.REMEMBERED_REQUESTS);

  private Resumed(int every) {
    this.every = every;
  }

  /// Where the two differ.
  ///
  /// @param every after how many commands it is written and read
  static Optional<String> failure(List<Step> history, int every) {
    Resumed resumed = new Resumed(every);
    Player player = new Player();
    for (Step step : history) {
      Player.Played played = player.play(step);
      Optional<String> failure = resumed.failure(step, played, player.engine);
      if (failure.isPresent()) {
        return failure;
      }
    }
    return Optional.empty();
  }

  /// What is written of an engine in the midst of the history of a seed; fits one block.
  static byte[] written(long seed, int commands) {
    Player player = new Player();
    History.of(seed, commands).forEach(player::play);
    List<byte[]> blocks = new ArrayList<>();
    player.engine.writeState(block -> blocks.add(bytes(block)));
    return blocks.getFirst();
  }

  /// The same engine, written and read.
  static Engine again(Engine engine, EventSink sink) {
    List<byte[]> blocks = new ArrayList<>();
    engine.writeState(block -> blocks.add(bytes(block)));
    return Engine.read(sink, blocks.iterator());
  }

  private static byte[] bytes(ByteBuffer block) {
    byte[] bytes = new byte[block.remaining()];
    block.get(bytes);
    return bytes;
  }

  private Optional<String> failure(Step step, Player.Played played, Engine original) {
    events.clear();
    Answer answer = engine.apply(step.at(), played.command());
    Optional<String> failure =
        differ("answers to " + step, played.answer(), answer)
            .or(() -> differ("events after " + step, played.events(), events));
    if (failure.isPresent() || step.number() % every != 0) {
      return failure;
    }
    engine = again(engine, events::add);
    return differ("events while read", played.events(), events)
        .or(() -> differ("states after " + step, Digest.of(original), Digest.of(engine)));
  }

  private static Optional<String> differ(String what, Object one, Object other) {
    return one.equals(other)
        ? Optional.empty()
        : Optional.of("the " + what + " are\n" + one + "\nand of the one that was read\n" + other);
  }
}
