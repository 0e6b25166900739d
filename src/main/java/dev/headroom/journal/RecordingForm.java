package dev.headroom.journal;

import dev.headroom.wire.ByteReader;
import dev.headroom.wire.ByteWriter;
import dev.headroom.wire.MalformedBytesException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// How a recording lies in its file: a head; the files that a folder would have, one after the
/// other without a gap; a table that says what the recording is of, and the name, length and
/// checksum of each of them; a tail that says where the table is. So every byte is covered by a
/// checksum, or has only one right value, and a file that was cut has no tail.
///
/// @param title what the recording is of
/// @param parts the files, in their order
record RecordingForm(RecordingTitle title, List<Part> parts) {
  /// The version of everything in a recording but the files in it.
  static final int VERSION = 1;

  /// How long the head is.
  static final int HEAD = 16;

  private static final long MAGIC = 0x4844524D52454331L;
  private static final long END = 0x4844524D454E4431L;
  private static final int TAIL = 2 * Integer.BYTES + Long.BYTES;
  private static final int TABLE_MAX = 1 << 26;
  private static final int PORTION = 1 << 16;

  /// One file in it.
  ///
  /// @param at where it begins, in bytes
  record Part(String name, long at, long length, int checksum) {
    private void write(ByteWriter writer) {
      writer.text(name).number(length).number(Integer.toUnsignedLong(checksum));
    }
  }

  static ByteBuffer head() {
    ByteBuffer head = ByteBuffer.allocate(HEAD).putLong(MAGIC).putInt(VERSION);
    return head.putInt(Checksum.of(head, 0, HEAD - Integer.BYTES)).flip();
  }

  /// Table and tail, ready to be written after the last part.
  ByteBuffer end() {
    ByteWriter writer = new ByteWriter();
    title.write(writer);
    writer.number(parts.size());
    parts.forEach(part -> part.write(writer));
    ByteBuffer bytes = ByteBuffer.allocate(writer.size() + TAIL);
    bytes.put(writer.bytes(), 0, writer.size()).putInt(writer.size());
    bytes.putInt(Checksum.of(bytes, 0, writer.size() + Integer.BYTES));
    return bytes.putLong(END).flip();
  }

  /// Whether a file begins like a recording.
  static boolean begins(FileChannel file) throws IOException {
    ByteBuffer bytes = bytes(file, 0, Long.BYTES);
    return bytes.remaining() == Long.BYTES && bytes.getLong(0) == MAGIC;
  }

  /// Reads a whole file and checks every byte of it.
  ///
  /// @throws CorruptJournalException where it is no recording, or was cut or changed
  static RecordingForm read(FileChannel file, String name) throws IOException {
    long size = file.size();
    ByteBuffer head = bytes(file, 0, (int) Math.min(size, HEAD));
    if (size == 0) {
      throw wrong(name, 0, "it is empty");
    }
    if (size < HEAD || head.getLong(0) != MAGIC) {
      throw foreign(head, name);
    }
    if (head.getInt(HEAD - Integer.BYTES) != Checksum.of(head, 0, HEAD - Integer.BYTES)) {
      throw wrong(name, Long.BYTES, "its head was changed");
    }
    if (head.getInt(Long.BYTES) != VERSION) {
      throw new NewerVersionException(name, head.getInt(Long.BYTES), 0);
    }
    ByteBuffer tail = bytes(file, Math.max(HEAD, size - TAIL), TAIL);
    if (tail.remaining() < TAIL || tail.getLong(TAIL - Long.BYTES) != END) {
      throw wrong(name, size, "it is cut off here, or its end was changed");
    }
    int length = tail.getInt(0);
    long at = size - TAIL - length;
    if (length < 0 || length > TABLE_MAX || at < HEAD) {
      throw wrong(name, size - TAIL, "its end was changed");
    }
    ByteBuffer table = bytes(file, at, length + Integer.BYTES);
    if (Checksum.of(table, 0, table.limit()) != tail.getInt(Integer.BYTES)) {
      throw wrong(name, at, "its table of contents was changed");
    }
    byte[] contents = new byte[length];
    table.get(0, contents);
    RecordingForm form = read(new ByteReader(contents, 0, length), name, at);
    form.check(file, name);
    return form;
  }

  /// What something else is that was taken for a recording.
  private static CorruptJournalException foreign(ByteBuffer head, String name) {
    return JournalFiles.isOne(head)
        ? new CorruptJournalException(
            name + " is one of the files of a data folder; name the folder that it is in", name, 0)
        : new CorruptJournalException(
            name
                + ", byte 0: it is no recording of Headroom; name a recording or a data folder, and"
                + " where it was a recording, copy it again from where it came",
            name,
            0);
  }

  private static RecordingForm read(ByteReader reader, String name, long end)
      throws CorruptJournalException {
    try {
      RecordingTitle title = RecordingTitle.read(reader);
      List<Part> parts = new ArrayList<>();
      long at = HEAD;
      for (long left = reader.number(); left > 0; left--) {
        Part part = new Part(reader.text(), at, reader.number(), (int) reader.number());
        at = Math.addExact(at, part.length);
        parts.add(part);
      }
      if (at != end) {
        throw wrong(name, at, "something is missing here, or too much");
      }
      return new RecordingForm(title, List.copyOf(parts));
    } catch (MalformedBytesException | ArithmeticException malformed) {
      throw wrong(
          name, end, "its table of contents cannot be understood, " + malformed.getMessage());
    }
  }

  private void check(FileChannel file, String name) throws IOException {
    for (Part part : parts) {
      if (checksum(file, part.at, part.length) != part.checksum) {
        throw wrong(
            name,
            part.at,
            "something was changed between here and byte " + (part.at + part.length));
      }
    }
  }

  /// The checksum of a part of a file.
  static int checksum(FileChannel file, long from, long length) throws IOException {
    CRC32C crc = new CRC32C();
    long end = from + length;
    for (long at = from; at < end; at += PORTION) {
      crc.update(bytes(file, at, (int) Math.min(PORTION, end - at)));
    }
    return (int) crc.getValue();
  }

  /// As many bytes from `at` as there are, but at most `most`.
  private static ByteBuffer bytes(FileChannel file, long at, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, at + bytes.position()) < 0) {
        break;
      }
    }
    return bytes.flip();
  }

  private static CorruptJournalException wrong(String file, long offset, String what) {
    return new CorruptJournalException(
        file
            + ", byte "
            + offset
            + ": "
            + what
            + "; copy the recording again from where it came, or have it recorded again",
        file,
        offset);
  }
}
