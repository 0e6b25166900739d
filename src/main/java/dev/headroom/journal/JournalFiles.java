package dev.headroom.journal;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.CommandBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What can be said of a journal at a glance, without reading it.
public final class JournalFiles {
  /// The longest that the time of a command takes.
  private static final int INSTANT = 10;

  private JournalFiles() {}

  /// Whether a disk has a journal.
  public static boolean isOn(Disk disk) throws IOException {
    return !Segments.in(disk).isEmpty();
  }

  /// Whether a file can be read, and begins like one that a data folder has.
  public static boolean isOne(Path path) {
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES);
      return file.read(bytes, 0) == Long.BYTES && isOne(bytes.flip());
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// @param head how a file begins
  static boolean isOne(ByteBuffer head) {
    return SegmentHeader.begins(head) || Snapshot.begins(head);
  }

  /// How many request ids the engine remembers that the commands are for: as it was when the
  /// journal began, since it decides how commands are answered (D2). Empty for a new journal.
  public static Optional<Integer> rememberedRequests(Disk disk) throws IOException {
    return oldest(disk).map(SegmentHeader::rememberedRequests);
  }

  /// The number of the first command that is kept; empty where there is no journal.
  public static Optional<Long> firstKept(Disk disk) throws IOException {
    return oldest(disk).map(SegmentHeader::first);
  }

  private static Optional<SegmentHeader> oldest(Disk disk) throws IOException {
    for (String file : Segments.in(disk)) {
      Optional<SegmentHeader> header = Segments.header(disk, file);
      if (header.isPresent()) {
        return header;
      }
    }
    return Optional.empty();
  }

  /// How many bytes have to be read after a snapshot, which is where the journal begins if there is
  /// none.
  ///
  /// @throws CorruptJournalException where what follows it is missing
  public static long bytesAfter(Disk disk, Optional<Snapshot> snapshot) throws IOException {
    List<String> files =
        snapshot.isPresent() ? Segments.after(disk, snapshot.get()) : Segments.in(disk);
    return Segments.size(disk, files);
  }

  /// When the first command after a snapshot came, or the first that is kept at all; empty where
  /// none did.
  ///
  /// @throws CorruptJournalException where what follows the snapshot is missing
  public static Optional<Instant> firstInstant(Disk disk, Optional<Snapshot> snapshot)
      throws IOException {
    List<String> files =
        snapshot.isPresent() ? Segments.after(disk, snapshot.get()) : Segments.in(disk);
    for (String file : files) {
      Optional<Instant> first = firstInstant(disk, file);
      if (first.isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> firstInstant(Disk disk, String file) throws IOException {
    int body = SegmentHeader.LENGTH + BatchFrame.HEADER;
    ByteBuffer bytes = Segments.bytes(disk, file, body + INSTANT);
    if (bytes.limit() <= body || !BatchFrame.isHeader(bytes, SegmentHeader.LENGTH)) {
      return Optional.empty();
    }
    ByteReader reader =
        new ByteReader(
            bytes.array(), bytes.arrayOffset() + body, bytes.arrayOffset() + bytes.limit());
    return Optional.of(Instant.ofEpochMilli(CommandBytes.readInstant(reader, 0)));
  }
}
