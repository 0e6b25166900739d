package dev.headroom.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/// One's turn to read a file, change it and put it back, among threads and processes. Short: others
/// wait.
public final class FileTurn implements AutoCloseable {
  /// A process as a whole holds a lock of the file system, so its threads take turns by this one.
  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final FileChannel channel;

  private FileTurn(FileChannel channel) {
    this.channel = channel;
  }

  /// Waits for one's turn. Closed by the thread that took it.
  ///
  /// @param file what it is about; the lock is a file beside it whose name ends in `.lock`
  public static FileTurn take(WholeFile file) throws IOException {
    Path lock = file.path().resolveSibling(file.path().getFileName() + ".lock");
    IN_THIS_PROCESS.lock();
    boolean taken = false;
    try {
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        taken = true;
        return new FileTurn(channel);
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    } catch (IOException failure) {
      throw FileTrouble.told(failure);
    } finally {
      if (!taken) {
        IN_THIS_PROCESS.unlock();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
