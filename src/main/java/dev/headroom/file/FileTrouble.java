package dev.headroom.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// What file systems say, for people: of some failures they name the file and not what is wrong
/// with it.
public final class FileTrouble {
  private FileTrouble() {}

  /// The same failure with a message that says what is wrong.
  public static IOException told(IOException failure) {
    return switch (failure) {
      case NoSuchFileException none -> because("there is no " + none.getFile(), none);
      case AccessDeniedException denied ->
          because(
              "the user "
                  + System.getProperty("user.name", "of this process")
                  + " may not use "
                  + denied.getFile()
                  + "; let them read and write it, or be the user whose it is",
              denied);
      case FileAlreadyExistsException there ->
          because(there.getFile() + " is there already", there);
      case NotDirectoryException file -> because(file.getFile() + " is no folder", file);
      default -> failure;
    };
  }

  private static IOException because(String message, IOException cause) {
    return new IOException(message, cause);
  }
}
