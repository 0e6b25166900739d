package dev.headroom.journal;

import dev.headroom.wire.MalformedBytesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a journal from its oldest segment to its end and checks all of it on the way. One thread.
///
/// A segment begins where the one before it ends; what that one has beyond was never acknowledged:
/// the torn end of a crash, or what a failed write left. Only after the last batch of the last
/// segment may something be torn.
final class Scan {
  private static final int SECTOR = 512;
  private static final int BYTES_MAX = Integer.MAX_VALUE - SECTOR;

  /// Takes the batches in their order.
  interface Visitor {
    /// A whole batch that continues all before it.
    ///
    /// @param body its commands; holds until the call returns
    void batch(BatchFrame frame, int commandForm, ByteBuffer body) throws IOException;

    /// How far it has come.
    default void progress(long bytes, long bytesInAll) {}

    /// Whether it has had enough; what comes later is neither read nor checked then.
    default boolean hasEnough() {
      return false;
    }
  }

  /// Where a segment ended.
  ///
  /// @param file which
  /// @param last where its last batch begins; where there is none, the end
  /// @param end how many of its bytes count
  record Place(String file, long last, long end) {
    /// Whether there is nothing but a header.
    boolean isEmpty() {
      return end == SegmentHeader.LENGTH;
    }
  }

  private final Disk disk;
  private final Optional<Snapshot> start;
  private final Visitor visitor;
  private final Chain chain = new Chain();
  private final List<String> notes = new ArrayList<>();
  private final List<String> files;
  private Optional<SegmentHeader> newest = Optional.empty();
  private Optional<Place> place = Optional.empty();
  private Optional<String> skipped = Optional.empty();
  private long next = 1;
  private long bytesRead;

  Scan(Disk disk, Visitor visitor) throws IOException {
    this(disk, Optional.empty(), visitor);
  }

  /// @param start what comes before the first command to read; without, all that is kept is read
  Scan(Disk disk, Optional<Snapshot> start, Visitor visitor) throws IOException {
    this.disk = disk;
    this.start = start;
    this.visitor = visitor;
    if (start.isPresent()) {
      next = start.get().covered() + 1;
      chain.set(start.get().chain());
    }
    this.files = start.isPresent() ? Segments.after(disk, start.get()) : Segments.in(disk);
  }

  /// The number of the command that will come next.
  long next() {
    return next;
  }

  /// The hash that covers all commands.
  Hash hash() {
    return chain.hash();
  }

  /// How many bytes count.
  long bytes() {
    return bytesRead;
  }

  /// What was dropped, for people.
  List<String> notes() {
    return List.copyOf(notes);
  }

  /// The newest header.
  Optional<SegmentHeader> newest() {
    return newest;
  }

  /// Where the journal ends.
  Optional<Place> place() {
    return place;
  }

  /// Reads everything, or until the visitor has had enough.
  ///
  /// @param covered the number of the last command that need not be there any more
  /// @throws CorruptJournalException where something is missing or was changed
  void run(long covered) throws IOException {
    long bytesInAll = Segments.size(disk, files);
    long bytesDone = 0;
    for (int at = 0; at < files.size() && !visitor.hasEnough(); at++) {
      ByteBuffer bytes = Segments.bytes(disk, files.get(at), BYTES_MAX);
      bytesDone += bytes.limit();
      read(at, bytes, covered);
      visitor.progress(bytesDone, bytesInAll);
    }
  }

  private void read(int at, ByteBuffer bytes, long covered) throws IOException {
    String file = files.get(at);
    Optional<SegmentHeader> header = Segments.header(bytes, file);
    if (header.isEmpty()) {
      skip(at, bytes);
    } else {
      begin(file, header.get(), covered);
      readBatches(at, bytes, header.get().commandForm());
    }
  }

  /// A segment that was never begun has nothing; the next one will tell if it had.
  private void skip(int at, ByteBuffer bytes) throws CorruptJournalException {
    String file = files.get(at);
    if (at == files.size() - 1) {
      if (!areZeros(bytes, SegmentHeader.LENGTH - Integer.BYTES, bytes.limit())) {
        throw new CorruptJournalException(file, 0, "its header was changed");
      }
      notes.add(file + " was never begun and is ignored");
    }
    skipped = Optional.of(file);
  }

  private void begin(String file, SegmentHeader header, long covered)
      throws CorruptJournalException {
    boolean oldest = newest.isEmpty() && skipped.isEmpty();
    if (oldest && start.isEmpty() && header.first() <= covered + 1) {
      next = header.first();
      chain.set(header.chain());
    }
    if (header.first() != next || !header.chain().equals(chain.hash())) {
      throw new CorruptJournalException(
          skipped.orElse(file),
          0,
          skipped.isPresent()
              ? "its header was changed"
              : "it begins with command "
                  + header.first()
                  + " and does not continue what comes before, which ends with "
                  + (next - 1)
                  + "; a file is missing, or one was changed or exchanged");
    }
    newest = Optional.of(header);
    skipped = Optional.empty();
  }

  private void readBatches(int at, ByteBuffer read, int commandForm) throws IOException {
    String file = files.get(at);
    ByteBuffer bytes = read;
    Optional<SegmentHeader> following = following(at);
    long limit = following.map(SegmentHeader::first).orElse(Long.MAX_VALUE);
    int offset = SegmentHeader.LENGTH;
    int last = offset;
    while (next < limit && !visitor.hasEnough() && !areZeros(bytes, offset, bytes.limit())) {
      BatchFrame frame = BatchFrame.isHeader(bytes, offset) ? BatchFrame.read(bytes, offset) : null;
      if (frame != null && frame.isWhole(bytes, offset)) {
        take(file, offset, frame, commandForm, frame.body(bytes, offset));
        last = offset;
        offset += frame.size();
      } else {
        ByteBuffer later = Segments.bytes(disk, file, BYTES_MAX);
        if (isSame(bytes, later, offset)) {
          drop(file, bytes, offset, following.isEmpty());
          break;
        }
        bytes = later; // Whoever has the folder was writing just there.
      }
    }
    if (following.isPresent() && next < limit && !visitor.hasEnough()) {
      String missing = "commands " + next + " to " + (limit - 1) + " are missing";
      String between = files.get(at + 1);
      throw Segments.header(disk, between).isPresent()
          ? new CorruptJournalException(file, offset, missing)
          : new CorruptJournalException(between, 0, "its header was changed");
    }
    bytesRead += offset;
    place = Optional.of(new Place(file, last, offset));
  }

  private void take(String file, int offset, BatchFrame frame, int commandForm, ByteBuffer body)
      throws IOException {
    chain.add(frame.first(), frame.count(), body);
    if (frame.first() != next || !frame.chain().equals(chain.hash())) {
      throw new CorruptJournalException(
          file,
          offset,
          "commands "
              + frame.first()
              + " to "
              + (frame.first() + frame.count() - 1)
              + " do not continue what comes before; something was changed, removed or moved");
    }
    try {
      visitor.batch(frame, commandForm, body);
    } catch (MalformedBytesException malformed) {
      throw new CorruptJournalException(
          file, offset, "its commands cannot be understood, " + malformed.getMessage());
    }
    next += frame.count();
  }

  private static boolean isSame(ByteBuffer bytes, ByteBuffer later, int from) {
    return later.limit() >= from
        && bytes.duplicate().position(from).equals(later.duplicate().position(from));
  }

  /// The next segment that was begun, if there is one.
  private Optional<SegmentHeader> following(int at) throws IOException {
    for (int later = at + 1; later < files.size(); later++) {
      Optional<SegmentHeader> header = Segments.header(disk, files.get(later));
      if (header.isPresent()) {
        return header;
      }
    }
    return Optional.empty();
  }

  /// Something is there that is no whole batch: dropped if it was torn, else refused.
  private void drop(String file, ByteBuffer bytes, int offset, boolean last)
      throws CorruptJournalException {
    if (!last || !isTorn(bytes, offset)) {
      throw new CorruptJournalException(
          file, offset, "the batch of command " + next + " was changed");
    }
    notes.add(
        file
            + ", byte "
            + offset
            + ": dropped the torn end of a write that was never acknowledged, "
            + (lastNonZero(bytes) + 1 - offset)
            + " bytes");
  }

  private static boolean isTorn(ByteBuffer bytes, int offset) {
    if (isFollowedByBatch(bytes, offset)) {
      return false;
    }
    if (!BatchFrame.isHeader(bytes, offset)) {
      return !BatchFrame.hasHeaderEnd(bytes, offset)
          || hasEmptySector(bytes, offset, offset + BatchFrame.HEADER);
    }
    BatchFrame frame = BatchFrame.read(bytes, offset);
    return !frame.hasEnd(bytes, offset) || hasEmptySector(bytes, offset, offset + frame.size());
  }

  /// A batch is written only when the one before it is safe.
  private static boolean isFollowedByBatch(ByteBuffer bytes, int offset) {
    for (int at = offset + BatchFrame.ALIGNMENT;
        at <= bytes.limit() - BatchFrame.HEADER;
        at += BatchFrame.ALIGNMENT) {
      if (BatchFrame.isHeader(bytes, at) && BatchFrame.read(bytes, at).isWhole(bytes, at)) {
        return true;
      }
    }
    return false;
  }

  /// Disks write whole sectors or nothing of them.
  private static boolean hasEmptySector(ByteBuffer bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int end = Math.min(to, (at / SECTOR + 1) * SECTOR);
      if (areZeros(bytes, at, end)) {
        return true;
      }
      at = end;
    }
    return false;
  }

  private static boolean areZeros(ByteBuffer bytes, int from, int to) {
    int end = Math.min(to, bytes.limit());
    int at = from;
    while (at < end - Long.BYTES && bytes.getLong(at) == 0) {
      at += Long.BYTES;
    }
    while (at < end && bytes.get(at) == 0) {
      at++;
    }
    return at >= end;
  }

  private static int lastNonZero(ByteBuffer bytes) {
    int at = bytes.limit() - 1;
    while (at > 0 && bytes.get(at) == 0) {
      at--;
    }
    return at;
  }
}
