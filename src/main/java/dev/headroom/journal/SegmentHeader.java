package dev.headroom.journal;

import dev.headroom.wire.CommandBytes;
import java.nio.ByteBuffer;

/// The first bytes of every segment: what it is, in which versions, and what comes before it.
///
/// @param commandForm in which form its commands are, see [CommandBytes#VERSION]
/// @param first the number of its first command, from 1
/// @param chain the hash that covers all commands before it
/// @param rememberedRequests how many request ids the engine remembers that these commands are for
record SegmentHeader(int commandForm, long first, Hash chain, int rememberedRequests) {
  /// How long it is in the file.
  static final int LENGTH = 64;

  /// The version of everything in a journal's files but the commands.
  static final int VERSION = 1;

  private static final long MAGIC = 0x48454144524F4F4DL;
  private static final int CHECKED = LENGTH - Integer.BYTES;
  private static final int RESERVED = 0;

  SegmentHeader(long first, Hash chain, int rememberedRequests) {
    this(CommandBytes.VERSION, first, chain, rememberedRequests);
  }

  /// Ready to be written.
  ByteBuffer bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(LENGTH);
    bytes.putLong(MAGIC).putShort((short) VERSION).putShort((short) commandForm);
    bytes.putLong(first);
    chain.write(bytes);
    bytes.putInt(rememberedRequests).putInt(RESERVED);
    return bytes.putInt(Checksum.of(bytes, 0, CHECKED)).flip();
  }

  /// Whether a file that begins with these bytes is a segment, whatever was changed in it.
  static boolean begins(ByteBuffer bytes) {
    return bytes.limit() >= Long.BYTES && bytes.getLong(0) == MAGIC;
  }

  /// Whether these bytes are a header, of whatever version.
  static boolean isWhole(ByteBuffer bytes) {
    return bytes.remaining() >= LENGTH
        && bytes.getLong(bytes.position()) == MAGIC
        && bytes.getInt(bytes.position() + CHECKED)
            == Checksum.of(bytes, bytes.position(), CHECKED);
  }

  /// Reads a whole header.
  ///
  /// @throws CorruptJournalException where its version is unknown
  static SegmentHeader read(ByteBuffer bytes, String file) throws CorruptJournalException {
    ByteBuffer from = bytes.duplicate();
    from.getLong();
    int version = from.getShort();
    int commandForm = from.getShort();
    if (version != VERSION || commandForm < 1 || commandForm > CommandBytes.VERSION) {
      throw new NewerVersionException(file, version, commandForm);
    }
    long first = from.getLong();
    return new SegmentHeader(commandForm, first, Hash.read(from), from.getInt());
  }
}
