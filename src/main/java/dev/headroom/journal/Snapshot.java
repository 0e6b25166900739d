package dev.headroom.journal;

import java.nio.ByteBuffer;

/// A state that was saved: what all commands up to some number come to, in a file of its own.
///
/// @param covered how many commands it comes of; it is always the end of a segment
/// @param chain the hash that covers all of these
/// @param events how many events there were until then
/// @param stateForm in which form the state is
/// @param stateHash the SHA-256 of the state in its canonical form (rule D2)
public record Snapshot(long covered, Hash chain, long events, int stateForm, Hash stateHash) {
  /// The version of everything in a snapshot's file but the state.
  public static final int VERSION = 1;

  /// How long the header is in the file.
  static final int HEADER = 128;

  private static final long MAGIC = 0x48454144534E4150L;
  private static final int CHECKED = HEADER - Integer.BYTES;

  /// The name of its file.
  public String file() {
    return Snapshots.name(covered);
  }

  /// Whether a file that begins with these bytes is a snapshot, whatever was changed in it.
  static boolean begins(ByteBuffer bytes) {
    return bytes.limit() >= Long.BYTES && bytes.getLong(0) == MAGIC;
  }

  /// What is wrong with its file.
  ///
  /// @param offset where, in bytes
  public CorruptJournalException changed(long offset, String what) {
    return changed(file(), offset, what);
  }

  static CorruptJournalException changed(String file, long offset, String what) {
    return new CorruptJournalException(
        file
            + ", byte "
            + offset
            + ": "
            + what
            + "; put back a good copy of this file, or remove it where there is an older snapshot"
            + " or all of the journal",
        file,
        offset);
  }

  /// The header, ready to be written.
  ///
  /// @param length how long the whole file is
  ByteBuffer bytes(long length) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER);
    bytes.putLong(MAGIC).putShort((short) VERSION).putShort((short) stateForm);
    bytes.putInt(0).putLong(length).putLong(covered).putLong(events);
    chain.write(bytes);
    stateHash.write(bytes);
    bytes.position(CHECKED);
    return bytes.putInt(Checksum.of(bytes, 0, CHECKED)).flip();
  }

  /// Reads the header of a whole file.
  ///
  /// @param length how long the file is
  /// @throws CorruptJournalException where it is none
  static Snapshot read(String file, ByteBuffer bytes, long length) throws CorruptJournalException {
    if (bytes.remaining() < HEADER
        || bytes.getLong(0) != MAGIC
        || bytes.getInt(CHECKED) != Checksum.of(bytes, 0, CHECKED)) {
      throw changed(file, 0, "its header was changed");
    }
    ByteBuffer from = bytes.duplicate().position(Long.BYTES);
    int version = from.getShort();
    int stateForm = from.getShort();
    from.getInt();
    if (version != VERSION) {
      throw new NewerVersionException(file, version, stateForm);
    }
    if (from.getLong() != length) {
      throw changed(file, Math.min(length, HEADER), "it is cut off");
    }
    long covered = from.getLong();
    long events = from.getLong();
    return new Snapshot(covered, Hash.read(from), events, stateForm, Hash.read(from));
  }
}
