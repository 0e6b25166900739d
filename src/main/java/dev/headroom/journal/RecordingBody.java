package dev.headroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/// The files in a recording that is being written. Each begins where the one before it ends, so
/// only the last can be written. One thread.
final class RecordingBody implements Disk {
  private final String name;
  private final FileChannel file;
  private final long bytesMax;
  private final List<RecordingForm.Part> closed = new ArrayList<>();
  private String last = "";
  private long begin = RecordingForm.HEAD;
  private long end = RecordingForm.HEAD;

  /// @param bytesMax how large the file may become
  RecordingBody(String name, FileChannel file, long bytesMax) {
    this.name = name;
    this.file = file;
    this.bytesMax = bytesMax;
  }

  /// How many bytes there are so far.
  long end() {
    return end;
  }

  /// All files, with their checksums. Nothing is written afterwards.
  List<RecordingForm.Part> parts() throws IOException {
    closeLast();
    return List.copyOf(closed);
  }

  private void closeLast() throws IOException {
    if (!last.isEmpty()) {
      int checksum = RecordingForm.checksum(file, begin, end - begin);
      closed.add(new RecordingForm.Part(last, begin, end - begin, checksum));
    }
    begin = end;
    last = "";
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> files() {
    return closed.stream().map(RecordingForm.Part::name).toList();
  }

  @Override
  public DiskFile create(String begun) throws IOException {
    closeLast();
    last = begun;
    return new Last();
  }

  @Override
  public DiskFile read(String begun) {
    throw onlyWritten();
  }

  @Override
  public DiskFile open(String begun) {
    throw onlyWritten();
  }

  private static IllegalStateException onlyWritten() {
    return new IllegalStateException("nobody reads what is being written");
  }

  /// What is being written anew was never begun.
  @Override
  public void delete(String unknown) {}

  @Override
  public void rename(String before, String after) {
    last = after;
  }

  @Override
  public void sync() {}

  @Override
  public void close() {}

  private final class Last implements DiskFile {
    @Override
    public long size() {
      return end - begin;
    }

    @Override
    public void read(long at, ByteBuffer into) {
      throw onlyWritten();
    }

    @Override
    public void write(long at, ByteBuffer from) throws IOException {
      long place = begin + at;
      if (place + from.remaining() > bytesMax) {
        throw new RecordingTooLargeException(bytesMax);
      }
      while (from.hasRemaining()) {
        place += file.write(from, place);
      }
      end = Math.max(end, place);
    }

    @Override
    public void cut(long size) throws IOException {
      end = begin + size;
      file.truncate(end);
    }

    @Override
    public void sync() {}

    @Override
    public void close() {}
  }
}
