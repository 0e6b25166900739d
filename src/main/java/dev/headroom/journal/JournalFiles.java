package dev.headroom.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// What can be said of a journal at a glance, without reading it.
public final class JournalFiles {
  private JournalFiles() {}

  /// Whether a disk has a journal.
  public static boolean isOn(Disk disk) throws IOException {
    return !Segments.in(disk).isEmpty();
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
}
