package dev.headroom.journal;

import java.io.IOException;
import java.util.Objects;

/// Another process, or another part of this one, has the folder.
public final class FolderInUseException extends IOException {
  private static final long serialVersionUID = 1L;

  FolderInUseException(String folder) {
    super(
        folder
            + " is in use by another instance of Headroom; close that one, or name another folder");
  }

  /// Which, and what to do.
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
