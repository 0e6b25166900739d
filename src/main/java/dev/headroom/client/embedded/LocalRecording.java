package dev.headroom.client.embedded;

import dev.headroom.client.InstanceInfo;
import dev.headroom.node.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/// A recording that is looked at in this process: an instance that stands still at its end, and
/// whose past is all that was recorded.
public final class LocalRecording implements AutoCloseable {
  private final Recording recording;
  private final EmbeddedInstance instance;

  private LocalRecording(Recording recording, InstanceInfo.Kind kind) {
    this.recording = recording;
    this.instance = new EmbeddedInstance(recording.name(), kind, recording.node());
  }

  /// Opens a recording and checks every byte of it.
  ///
  /// @throws IOException where it is none, or was cut or changed, with where and what to do
  public static LocalRecording open(Path file) throws IOException {
    return new LocalRecording(Recording.open(file), InstanceInfo.Kind.RECORDING);
  }

  /// One that was fetched from an instance that goes on elsewhere.
  static LocalRecording fetched(Path file) throws IOException {
    return new LocalRecording(Recording.open(file), InstanceInfo.Kind.REMOTE);
  }

  /// The instance, which is closed with the recording.
  public EmbeddedInstance instance() {
    return instance;
  }

  /// The first instant of it.
  public Instant from() {
    return recording.from();
  }

  /// The last.
  public Instant to() {
    return recording.to();
  }

  @Override
  public void close() {
    instance.close();
    recording.close();
  }
}
