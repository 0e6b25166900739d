package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.RecordingTitle;
import dev.headroom.journal.RecordingWriter;
import dev.headroom.journal.SnapshotWriter;
import dev.headroom.model.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Records a span into a file: the state at its beginning, the commands since, and every now and
/// then the state again, so that any instant of it is soon reached. One thread.
final class Recorder implements Past.Walk, AutoCloseable {
  /// After how many commands there is another state.
  static final long COMMANDS_PER_STATE = 500_000;

  /// A state is written only where the commands since the last take at least a part of its size.
  private static final int STATE_SHARE = 2;

  private static final int COMMANDS_PER_LOOK = 1024;

  private final Recording.Order order;
  private final Watch watch;
  private final long commandsPerState;
  private @Nullable RecordingWriter writer;
  private @Nullable Engine engine;
  private Instant from;
  private long last;
  private long lastState;
  private long commands;
  private long stateBytes;
  private long stateEnd;

  Recorder(Recording.Order order, Watch watch, long commandsPerState) {
    this.order = order;
    this.watch = watch;
    this.commandsPerState = commandsPerState;
    this.from = order.from();
  }

  @Override
  public void beginsAfter(long number) {
    last = number;
    lastState = number;
  }

  @Override
  public void begin(Engine state) {
    engine = state;
    from = state.now();
    guard(() -> {
      RecordingWriter begun =
          RecordingWriter.begin(order.file(), order.bytesMax(), state.rememberedRequests());
      writer = begun;
      if (last > 0) {
        writeState(begun, state);
      }
    });
  }

  @Override
  public void command(long number, Instant at, Command command) {
    RecordingWriter into = writer;
    Engine state = engine;
    if (into == null || state == null) {
      return;
    }
    if (commands == 0 && lastState == 0) {
      from = at; // Nothing is before the very first command.
    }
    guard(() -> {
      into.command(at, command);
      state.apply(at, command);
      last = number;
      commands++;
      if (last - lastState >= commandsPerState
          && (into.bytes() - stateEnd) * STATE_SHARE >= stateBytes) {
        writeState(into, state);
      }
    });
    if (commands % COMMANDS_PER_LOOK == 0) {
      double all = Math.max(1e-3, seconds(from, order.to()));
      watch.at(Math.clamp(seconds(from, at) / all, 0, 1));
    }
  }

  /// However far apart they are: a span may end with time itself.
  private static double seconds(Instant from, Instant to) {
    Duration between = Duration.between(from, to);
    return between.getSeconds() + between.getNano() * 1e-9;
  }

  private void writeState(RecordingWriter into, Engine state) throws IOException {
    RecordingWriter.State said =
        new RecordingWriter.State(last, state.sequence(), Engine.STATE_FORM, StateHash.of(state));
    stateBytes = into.state(said, blocks -> state.writeState(block -> write(blocks, block)));
    stateEnd = into.bytes();
    lastState = last;
  }

  private static void write(SnapshotWriter blocks, ByteBuffer block) {
    try {
      blocks.block(block);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// What can fail.
  private interface Deed {
    void run() throws IOException;
  }

  private static void guard(Deed deed) {
    try {
      deed.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public boolean isCancelled() {
    return watch.isCancelled();
  }

  /// Puts the recording in its place.
  ///
  /// @return what came of it
  Recording.Result finish() throws IOException {
    RecordingWriter written = writer;
    Engine state = engine;
    if (written == null || state == null) {
      return new Recording.Result.NothingKept();
    }
    Instant known = state.now().isAfter(order.known()) ? state.now() : order.known();
    Instant to = order.to().isBefore(known) ? order.to() : known;
    Instant end = to.isBefore(from) ? from : to;
    ZoneId zone = state.inspector().settings().timeZone();
    long bytes = written.finish(new RecordingTitle(order.name(), zone, from, end));
    return new Recording.Result.Made(from, end, commands, bytes);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
  }
}
