package dev.headroom.journal;

import dev.headroom.file.FileTrouble;
import dev.headroom.model.Command;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Writes a recording beside the place where it is to be; it is there once [#finish] returns. Left
/// before, it leaves nothing. One thread.
public final class RecordingWriter implements AutoCloseable {
  private static final int BATCH_BYTES = 1 << 16;

  /// So that what was changed is found within a few megabytes.
  private static final Sizes SIZES = new Sizes(4 << 20, 0, Duration.ZERO);

  private final Path place;
  private final Path part;
  private final FileChannel file;
  private final RecordingBody body;
  private final int rememberedRequests;
  private final Chain chain = new Chain();
  private Batch batch = new Batch(1);
  private int ordinal;
  private @Nullable SegmentWriter segment;

  private RecordingWriter(
      Path place, Path part, FileChannel file, RecordingBody body, int rememberedRequests) {
    this.place = place;
    this.part = part;
    this.file = file;
    this.body = body;
    this.rememberedRequests = rememberedRequests;
  }

  /// Begins a recording.
  ///
  /// @param place where it is to be; what is there is replaced in the end
  /// @param bytesMax how large it may become
  /// @param rememberedRequests how many request ids the engine remembers that the commands are for
  public static RecordingWriter begin(Path place, long bytesMax, int rememberedRequests)
      throws IOException {
    Path part = place.resolveSibling(place.getFileName() + ".part");
    FileChannel file = open(part);
    RecordingBody body = new RecordingBody(place.toString(), file, bytesMax);
    RecordingWriter writer = new RecordingWriter(place, part, file, body, rememberedRequests);
    try {
      file.write(RecordingForm.head(), 0);
      return writer;
    } catch (IOException failure) {
      writer.close();
      throw failure;
    }
  }

  private static FileChannel open(Path part) throws IOException {
    try {
      return FileChannel.open(
          part,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE);
    } catch (IOException failure) {
      throw FileTrouble.told(failure);
    }
  }

  /// A state that is about to be written.
  ///
  /// @param covered the number of the last command that it comes of
  /// @param events how many events there were until then
  /// @param form in which form it is
  /// @param hash the SHA-256 of the state in its canonical form (rule D2)
  public record State(long covered, long events, int form, Hash hash) {}

  /// Writes the blocks of a state.
  @FunctionalInterface
  public interface Blocks {
    /// Hands over all of them.
    void writeTo(SnapshotWriter writer) throws IOException;
  }

  /// Writes a state, with all commands before it. The next command has the number after it.
  ///
  /// @return how many bytes it takes
  public long state(State state, Blocks blocks) throws IOException {
    flush();
    endSegment();
    batch = new Batch(state.covered + 1);
    try (SnapshotWriter writer = SnapshotWriter.begin(body)) {
      blocks.writeTo(writer);
      return writer.finish(
          new Snapshot(state.covered, chain.hash(), state.events, state.form, state.hash));
    }
  }

  /// Writes the next command.
  public void command(Instant at, Command command) throws IOException {
    batch.add(at, command);
    if (batch.body().size() >= BATCH_BYTES) {
      flush();
    }
  }

  /// About how many bytes there are so far.
  public long bytes() {
    return body.end() + batch.body().size();
  }

  private void flush() throws IOException {
    if (batch.count() > 0) {
      int length = batch.body().size();
      SegmentWriter writer = segment;
      if (writer == null || !writer.hasRoomFor(length)) {
        writer = beginSegment();
      }
      chain.add(batch.first(), batch.count(), ByteBuffer.wrap(batch.body().bytes(), 0, length));
      writer.write(
          new BatchFrame(length, batch.first(), batch.count(), chain.hash()), batch.body().bytes());
      batch = new Batch(batch.last() + 1);
    }
  }

  private SegmentWriter beginSegment() throws IOException {
    endSegment();
    SegmentHeader header = new SegmentHeader(batch.first(), chain.hash(), rememberedRequests);
    DiskFile file = body.create(Segments.name(++ordinal));
    SegmentWriter begun = SegmentWriter.begin(body, file, header, SIZES);
    segment = begun;
    return begun;
  }

  private void endSegment() throws IOException {
    if (segment != null) {
      segment.close();
    }
    segment = null;
  }

  /// Puts the recording where it is to be.
  ///
  /// @return how large it is, in bytes
  public long finish(RecordingTitle title) throws IOException {
    flush();
    if (segment == null) {
      beginSegment(); // A state counts only with what follows it, be it nothing.
    }
    endSegment();
    ByteBuffer end = new RecordingForm(title, body.parts()).end();
    long at = body.end();
    while (end.hasRemaining()) {
      at += file.write(end, at);
    }
    file.force(true);
    file.close(); // Some systems rename no open files.
    Files.move(part, place, StandardCopyOption.REPLACE_EXISTING);
    return at;
  }

  @Override
  public void close() throws IOException {
    file.close();
    Files.deleteIfExists(part);
  }
}
