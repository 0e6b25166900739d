package dev.headroom.node;

import dev.headroom.engine.Engine;
import dev.headroom.journal.Disk;
import dev.headroom.journal.RecordingDisk;
import dev.headroom.journal.RecordingTitle;
import dev.headroom.journal.RecordingTooLargeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;

/// A span of an instance's past in one file: the state at its beginning and all commands since, as
/// a journal has them, each covered by checksums and one chain of hashes. Whoever has the file
/// needs nothing else to see any instant of it.
public final class Recording implements AutoCloseable {
  private final RecordingTitle title;
  private final Node node;

  private Recording(RecordingTitle title, Node node) {
    this.title = title;
    this.node = node;
  }

  /// What is to be recorded.
  ///
  /// @param name what the instance is called
  /// @param from the first instant; where that is not kept any more, the first that is
  /// @param to the last; what is not known yet by then is left out
  /// @param known until when all is known that has happened, or the last command if that is later
  /// @param file where it is to be; what is there is replaced in the end
  /// @param bytesMax how large it may become
  public record Order(
      String name, Instant from, Instant to, Instant known, Path file, long bytesMax) {}

  /// What comes of it. But for the first, there is no file then.
  public sealed interface Result {
    /// It was recorded.
    ///
    /// @param from the first instant of it
    /// @param to the last
    /// @param commands how many there are after the first instant
    /// @param bytes how large the file is
    record Made(Instant from, Instant to, long commands, long bytes) implements Result {}

    /// Nothing of the span is kept.
    record NothingKept() implements Result {}

    /// It would be larger than it may.
    ///
    /// @param why for people, with what to do
    record TooLarge(String why) implements Result {}

    /// It was cancelled.
    record Cancelled() implements Result {}
  }

  /// Records a span of a past. Takes about as long as applying its commands again.
  ///
  /// @throws IOException where what is kept cannot be read, or the file not be written
  public static Result make(Past past, Order order, Watch watch) throws IOException {
    return make(past, order, watch, Recorder.COMMANDS_PER_STATE);
  }

  /// The same with a state after so many commands.
  static Result make(Past past, Order order, Watch watch, long commandsPerState)
      throws IOException {
    try (Recorder recorder = new Recorder(order, watch, commandsPerState)) {
      walk(past, order, recorder);
      return watch.isCancelled() ? new Result.Cancelled() : recorder.finish();
    } catch (RecordingTooLargeException tooLarge) {
      return new Result.TooLarge(String.valueOf(tooLarge.getMessage()));
    }
  }

  private static void walk(Past past, Order order, Recorder recorder) throws IOException {
    try {
      past.walk(order.from(), order.to(), recorder);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  /// Opens a recording and checks every byte of it.
  ///
  /// @throws dev.headroom.journal.CorruptJournalException where it is none, or was cut or changed
  /// @throws IOException where it cannot be read
  public static Recording open(Path file) throws IOException {
    RecordingDisk disk = RecordingDisk.open(file);
    try {
      RecordingTitle title = disk.title();
      Engine end =
          Past.of(disk)
              .at(title.to(), () -> false)
              .orElseThrow(() -> new IOException("nobody cancels " + file));
      return new Recording(title, frozen(end, disk, title));
    } catch (IOException | RuntimeException failure) {
      disk.close();
      throw failure;
    }
  }

  /// A node that stands still at the end and knows all that came before.
  private static Node frozen(Engine end, Disk disk, RecordingTitle title) {
    Publication publication = new Publication(true);
    publication.begin(Long.MAX_VALUE, end.sequence());
    RecordingLog log =
        new RecordingLog(disk, title.from(), "this is a recording, which ends at " + title.to());
    return new Node(title::to, log, end, publication);
  }

  /// What the instance is called.
  public String name() {
    return title.name();
  }

  /// The first instant of it.
  public Instant from() {
    return title.from();
  }

  /// The last.
  public Instant to() {
    return title.to();
  }

  /// The engine as it was in the end, with the past of the span. Closed with the recording.
  public Node node() {
    return node;
  }

  @Override
  public void close() {
    node.close();
  }
}
