package dev.headroom.journal;

import java.io.IOException;

/// A recording that would become larger than it may.
public final class RecordingTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param bytesMax how large it may be
  public RecordingTooLargeException(long bytesMax) {
    super(
        "the recording would be larger than "
            + bytesMax / 1_000_000
            + " MB; ask for a shorter span");
  }
}
