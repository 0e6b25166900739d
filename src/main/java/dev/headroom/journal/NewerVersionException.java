package dev.headroom.journal;

/// A file that a newer version of Headroom has written, in a form that this one does not know.
public final class NewerVersionException extends CorruptJournalException {
  private static final long serialVersionUID = 1L;

  /// @param file which
  /// @param version of the file
  /// @param form of what is in it
  public NewerVersionException(String file, int version, int form) {
    super(
        file
            + ": it is of version "
            + version
            + "."
            + form
            + ", which this version of Headroom cannot read; use a newer one",
        file,
        Long.BYTES);
  }
}
