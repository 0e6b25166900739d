package dev.headroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of segments, which count up, and their bytes.
final class Segments {
  private static final Pattern NAME = Pattern.compile("journal-(\\d{8})\\.log");

  private Segments() {}

  static String name(int ordinal) {
    return String.format(Locale.ROOT, "journal-%08d.log", ordinal);
  }

  static Optional<Integer> ordinal(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /// All that there are, oldest first.
  static List<String> in(Disk disk) throws IOException {
    return disk.files().stream().filter(name -> ordinal(name).isPresent()).sorted().toList();
  }

  /// Those that go on from a snapshot, which is always the end of a segment.
  ///
  /// @throws CorruptJournalException where the first of them is missing or was changed, or has
  ///   something else before it
  static List<String> after(Disk disk, Snapshot snapshot) throws IOException {
    List<String> all = in(disk);
    Optional<String> changed = Optional.empty();
    Optional<String> before = Optional.empty();
    for (int at = all.size() - 1; at >= 0; at--) {
      Optional<SegmentHeader> header = header(disk, all.get(at));
      if (header.isEmpty()) {
        changed = Optional.of(all.get(at));
      } else if (header.get().first() <= snapshot.covered()) {
        before = Optional.of(all.get(at));
        break;
      } else if (header.get().first() == snapshot.covered() + 1) {
        if (!header.get().chain().equals(snapshot.chain())) {
          throw snapshot.changed(0, "it is not of this journal, of which " + all.get(at) + " is");
        }
        return all.subList(at, all.size());
      }
    }
    throw changed.isPresent()
        ? new CorruptJournalException(changed.get(), 0, "its header was changed")
        : missing(
            before
                .map(file -> name(ordinal(file).orElseThrow() + 1))
                .filter(file -> !all.contains(file)),
            snapshot);
  }

  /// @param file which is missing, where that can be told
  private static CorruptJournalException missing(Optional<String> file, Snapshot snapshot) {
    return new CorruptJournalException(
        "the journal from command "
            + (snapshot.covered() + 1)
            + " on, where "
            + snapshot.file()
            + " ends, is missing; put back the file that has it"
            + file.map(name -> ", " + name + ",").orElse("")
            + " from a backup, and start again",
        file.orElse(snapshot.file()),
        0);
  }

  /// How many bytes some files have together.
  static long size(Disk disk, List<String> files) throws IOException {
    long bytes = 0;
    for (String name : files) {
      try (DiskFile file = disk.read(name)) {
        bytes += file.size();
      }
    }
    return bytes;
  }

  /// The header of a segment, if it was ever written and never changed.
  ///
  /// @throws CorruptJournalException where its version is unknown
  static Optional<SegmentHeader> header(Disk disk, String name) throws IOException {
    return header(bytes(disk, name, SegmentHeader.LENGTH), name);
  }

  static Optional<SegmentHeader> header(ByteBuffer bytes, String name)
      throws CorruptJournalException {
    return SegmentHeader.isWhole(bytes)
        ? Optional.of(SegmentHeader.read(bytes, name))
        : Optional.empty();
  }

  /// The first bytes of a file, as many as there are but at most `most`.
  static ByteBuffer bytes(Disk disk, String name, int most) throws IOException {
    try (DiskFile file = disk.read(name)) {
      ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, file.size()));
      file.read(0, bytes);
      return bytes.flip();
    }
  }
}
