package dev.headroom.journal;

import java.io.IOException;
import java.util.Objects;

/// A journal that cannot be what was written: nothing of it is skipped (rule D3).
public class CorruptJournalException extends IOException {
  private static final long serialVersionUID = 1L;

  private final String file;
  private final long offset;

  /// @param file which
  /// @param offset where in it, in bytes
  /// @param what is wrong there
  CorruptJournalException(String file, long offset, String what) {
    super(
        file
            + ", byte "
            + offset
            + ": "
            + what
            + "; put back a good copy of this file, for example from a backup, and start again");
    this.file = file;
    this.offset = offset;
  }

  /// @param message for people, whole
  CorruptJournalException(String message, String file, long offset) {
    super(message);
    this.file = file;
    this.offset = offset;
  }

  /// In which file.
  public final String file() {
    return file;
  }

  /// Where in the file, in bytes.
  public final long offset() {
    return offset;
  }

  /// Where, what, and what to do.
  @Override
  public final String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
