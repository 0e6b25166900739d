package dev.headroom.app.window;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.embedded.LocalRecording;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.RecordingDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// The way to recordings. Any thread.
public final class Recordings {
  private Recordings() {}

  /// Whether a file is a recording, or its name says so.
  public static boolean isOne(Path file) {
    return file.toString().endsWith(RecordingQuery.EXTENSION) || RecordingDisk.isIn(file);
  }

  /// Opens one.
  ///
  /// @throws UnusableInputException where it cannot be, with where and what to do
  public static OpenPlace open(Path file) {
    try {
      return opened(file);
    } catch (CorruptJournalException corrupt) {
      throw new UnusableInputException(corrupt.getMessage());
    } catch (IOException unreadable) {
      throw new UnusableInputException("cannot read " + file + ": " + unreadable.getMessage());
    }
  }

  /// The same for whoever tells it otherwise.
  static OpenPlace opened(Path file) throws IOException {
    LocalRecording recording = LocalRecording.open(file);
    var at = new Place.Recording(file.toAbsolutePath().normalize());
    return new OpenPlace(
        Optional.of(at), recording.instance(), Optional.empty(), "", recording::close);
  }
}
