package dev.headroom.journal;

import java.io.IOException;
import java.util.List;

/// A folder of files, as far as a journal needs one; tests have one that tears and fails.
public interface Disk extends AutoCloseable {
  /// For messages.
  String name();

  /// The names of all files.
  List<String> files() throws IOException;

  /// Begins a file.
  ///
  /// @throws IOException where there is one of that name, which stays as it is
  DiskFile create(String file) throws IOException;

  /// Opens a file that is there to read it.
  DiskFile read(String file) throws IOException;

  /// Opens a file that is there to change it.
  DiskFile open(String file) throws IOException;

  /// Removes a file.
  void delete(String file) throws IOException;

  /// Gives a file another name; one that had it before is gone.
  void rename(String file, String name) throws IOException;

  /// Returns once the names of files are what they are for good.
  void sync() throws IOException;

  /// Lets others use the folder.
  @Override
  void close();
}
