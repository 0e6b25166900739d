package dev.headroom.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The snapshots of a journal.
public final class Snapshots {
  private static final Pattern NAME = Pattern.compile("snapshot-\\d{16}\\.state");

  private Snapshots() {}

  /// What a disk has.
  ///
  /// @param whole those whose headers are, the newest first
  /// @param changed what is wrong with the others
  public record Found(List<Snapshot> whole, List<CorruptJournalException> changed) {}

  /// Those on a disk; what was not finished does not count.
  ///
  /// @throws NewerVersionException where a newer version has written one
  public static Found on(Disk disk) throws IOException {
    List<Snapshot> whole = new ArrayList<>();
    List<CorruptJournalException> changed = new ArrayList<>();
    for (String file : files(disk)) {
      try {
        whole.add(header(disk, file));
      } catch (NewerVersionException newer) {
        throw newer;
      } catch (CorruptJournalException wrong) {
        changed.add(wrong);
      }
    }
    return new Found(List.copyOf(whole), List.copyOf(changed));
  }

  /// How large the file of a snapshot is, in bytes; 0 of none.
  public static long size(Disk disk, Optional<Snapshot> snapshot) throws IOException {
    return Segments.size(disk, snapshot.stream().map(Snapshot::file).toList());
  }

  static String name(long covered) {
    return String.format(Locale.ROOT, "snapshot-%016d.state", covered);
  }

  /// The newest first.
  private static List<String> files(Disk disk) throws IOException {
    return disk.files().stream()
        .filter(name -> NAME.matcher(name).matches())
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static Snapshot header(Disk disk, String name) throws IOException {
    try (DiskFile file = disk.read(name)) {
      Snapshot read = Snapshot.read(name, Segments.bytes(disk, name, Snapshot.HEADER), file.size());
      if (!read.file().equals(name)) {
        throw Snapshot.changed(name, 0, "it is the file of another snapshot");
      }
      return read;
    }
  }
}
