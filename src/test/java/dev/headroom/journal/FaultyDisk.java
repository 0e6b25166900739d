package dev.headroom.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// A disk in memory that does what real ones do when they fail: what was not synced survives a
/// crash in any order, in whole sectors or not at all; a failed sync has made safe some of it and
/// forgets about the rest, which is read all the same until the power goes; a full disk writes the
/// beginning of what it is given, or nothing. Any thread.
public final class FaultyDisk {
  private static final int SECTOR = 512;

  private final RandomGenerator random;
  private Map<String, Content> named = new TreeMap<>();
  private Map<String, Content> safelyNamed = new TreeMap<>();
  private long room = Long.MAX_VALUE;
  private boolean full;
  private boolean syncsFail;
  private boolean nameSyncsFail;
  private boolean renamesFail;
  private boolean memoryShort;
  private int shortages;
  private int lives;

  /// @param random decides what survives
  public FaultyDisk(RandomGenerator random) {
    this.random = random;
  }

  /// The folder, as the process has it that lives now.
  public synchronized Disk mount() {
    return new Mounted(++lives);
  }

  /// How many bytes all files may have together from now on.
  public synchronized void setRoom(long bytes) {
    room = bytes;
  }

  private long left() {
    return room - named.values().stream().mapToLong(content -> content.seen.length).sum();
  }

  /// How many bytes were written and are not safe.
  public synchronized long unsynced() {
    return named.values().stream().mapToLong(Content::unsynced).sum();
  }

  /// Has every write fail from now on, or none.
  public synchronized void setFull(boolean value) {
    full = value;
  }

  /// Has every sync fail from now on, or none.
  public synchronized void setSyncsFail(boolean value) {
    syncsFail = value;
  }

  /// Has every sync of the names of files fail from now on, or none.
  public synchronized void setNameSyncsFail(boolean value) {
    nameSyncsFail = value;
  }

  /// Has every renaming fail from now on, or none.
  public synchronized void setRenamesFail(boolean value) {
    renamesFail = value;
  }

  /// Has every renaming find no memory from now on, or none.
  public synchronized void setMemoryShort(boolean value) {
    memoryShort = value;
  }

  /// How often a renaming found no memory.
  public synchronized int shortages() {
    return shortages;
  }

  /// Ends the process that lives, at once; what it had written is read by the next one, whether it
  /// is safe or not.
  public synchronized void kill() {
    lives++;
  }

  /// Ends the process that lives, at once, and the power too.
  public synchronized void crash() {
    lives++;
    full = false;
    syncsFail = false;
    nameSyncsFail = false;
    renamesFail = false;
    Map<String, Content> left = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(named.keySet());
    names.addAll(safelyNamed.keySet());
    for (String name : names) {
      Map<String, Content> kept = random.nextBoolean() ? named : safelyNamed;
      Optional.ofNullable(kept.get(name)).ifPresent(content -> left.put(name, content));
    }
    left.values().forEach(Content::crash);
    named = new TreeMap<>(left);
    safelyNamed = new TreeMap<>(left);
  }

  /// A file's bytes.
  public synchronized byte[] bytes(String name) {
    Content content = named.get(name);
    return content == null ? new byte[0] : content.seen.clone();
  }

  /// Puts bytes into a file, for good.
  public synchronized void put(String name, byte[] bytes) {
    Content content = new Content();
    content.seen = bytes.clone();
    content.safe = bytes.clone();
    named.put(name, content);
    safelyNamed.put(name, content);
  }

  /// Takes a file away, for good.
  public synchronized void remove(String name) {
    named.remove(name);
    safelyNamed.remove(name);
  }

  /// The names of all files.
  public synchronized List<String> names() {
    return List.copyOf(named.keySet());
  }

  /// All files as they are, on a disk of their own.
  public synchronized FaultyDisk copy() {
    FaultyDisk copy = new FaultyDisk(random);
    named.forEach((name, content) -> copy.put(name, content.seen));
    return copy;
  }

  private static byte[] resized(byte[] bytes, long size) {
    return bytes.length == size ? bytes : Arrays.copyOf(bytes, (int) size);
  }

  /// What was done to a file and is not safe.
  private sealed interface Deed {
    record Write(int at, ByteBuffer bytes) implements Deed {}

    record Cut(long size) implements Deed {}
  }

  /// A file, as programs see it and as it would be after a crash.
  private final class Content {
    private byte[] seen = new byte[0];
    private byte[] safe = new byte[0];
    private List<Deed> unsafe = new ArrayList<>();

    private void write(int at, byte[] bytes) {
      seen = resized(seen, Math.max(seen.length, at + bytes.length));
      System.arraycopy(bytes, 0, seen, at, bytes.length);
      unsafe.add(new Deed.Write(at, ByteBuffer.wrap(bytes)));
    }

    private void cut(long size) {
      seen = resized(seen, size);
      unsafe.add(new Deed.Cut(size));
    }

    private long unsynced() {
      return unsafe.stream()
          .mapToLong(deed -> deed instanceof Deed.Write write ? write.bytes.limit() : 0)
          .sum();
    }

    private void sync() {
      unsafe.forEach(deed -> keep(deed, false));
      unsafe = new ArrayList<>();
    }

    private void lose() {
      unsafe.forEach(deed -> keep(deed, true));
      unsafe = new ArrayList<>();
    }

    private void crash() {
      lose();
      seen = safe.clone();
    }

    private void keep(Deed deed, boolean torn) {
      switch (deed) {
        case Deed.Cut(long size) ->
            safe = torn && random.nextBoolean() ? safe : resized(safe, size);
        case Deed.Write(int at, ByteBuffer bytes) -> {
          int from = 0;
          while (from < bytes.limit()) {
            int to = Math.min(bytes.limit(), ((at + from) / SECTOR + 1) * SECTOR - at);
            if (!torn || random.nextBoolean()) {
              safe = resized(safe, Math.max(safe.length, at + to));
              bytes.get(from, safe, at + from, to - from);
            }
            from = to;
          }
        }
      }
    }
  }

  /// The folder as one process has it.
  private final class Mounted implements Disk {
    private final int life;

    private Mounted(int life) {
      this.life = life;
    }

    private void requireLife() throws IOException {
      if (life != lives) {
        throw new IOException("this process has ended");
      }
    }

    @Override
    public String name() {
      return "memory";
    }

    @Override
    public List<String> files() throws IOException {
      synchronized (FaultyDisk.this) {
        requireLife();
        return List.copyOf(named.keySet());
      }
    }

    @Override
    public DiskFile create(String file) throws IOException {
      synchronized (FaultyDisk.this) {
        requireLife();
        if (named.containsKey(file)) {
          throw new IOException(file + " is there already");
        }
        Content content = new Content();
        named.put(file, content);
        return new OpenFile(this, content);
      }
    }

    @Override
    public DiskFile read(String file) throws IOException {
      return open(file);
    }

    @Override
    public DiskFile open(String file) throws IOException {
      synchronized (FaultyDisk.this) {
        requireLife();
        Content content = named.get(file);
        if (content == null) {
          throw new IOException("there is no file " + file);
        }
        return new OpenFile(this, content);
      }
    }

    @Override
    public void delete(String file) throws IOException {
      synchronized (FaultyDisk.this) {
        requireLife();
        named.remove(file);
      }
    }

    @Override
    public void rename(String file, String name) throws IOException {
      synchronized (FaultyDisk.this) {
        requireLife();
        if (memoryShort) {
          shortages++;
          throw new OutOfMemoryError("no memory");
        }
        if (renamesFail) {
          throw new IOException("input/output error");
        }
        Content content = named.remove(file);
        if (content == null) {
          throw new IOException("there is no file " + file);
        }
        named.put(name, content);
      }
    }

    @Override
    public void sync() throws IOException {
      synchronized (FaultyDisk.this) {
        requireLife();
        if (syncsFail || nameSyncsFail) {
          throw new IOException("input/output error");
        }
        safelyNamed = new HashMap<>(named);
      }
    }

    @Override
    public void close() {}
  }

  /// A file as one process has it open.
  private final class OpenFile implements DiskFile {
    private final Mounted mounted;
    private final Content content;

    private OpenFile(Mounted mounted, Content content) {
      this.mounted = mounted;
      this.content = content;
    }

    @Override
    public long size() throws IOException {
      synchronized (FaultyDisk.this) {
        mounted.requireLife();
        return content.seen.length;
      }
    }

    @Override
    public void read(long at, ByteBuffer into) throws IOException {
      synchronized (FaultyDisk.this) {
        mounted.requireLife();
        int count = (int) Math.min(into.remaining(), Math.max(0, content.seen.length - at));
        into.put(content.seen, (int) at, count);
      }
    }

    @Override
    public void write(long at, ByteBuffer from) throws IOException {
      synchronized (FaultyDisk.this) {
        mounted.requireLife();
        byte[] bytes = new byte[fitting(at, from.remaining())];
        from.get(bytes);
        content.write((int) at, bytes);
        if (from.hasRemaining()) {
          throw new IOException("no space left on device");
        }
      }
    }

    /// A disk is full from some sector on.
    private int fitting(long at, int length) {
      long end = at + length;
      if (!full && end <= Math.max(content.seen.length, content.seen.length + left())) {
        return length;
      }
      long last = full ? at + random.nextInt(length) : content.seen.length + Math.max(0, left());
      return (int) Math.max(0, last / SECTOR * SECTOR - at);
    }

    @Override
    public void cut(long size) throws IOException {
      synchronized (FaultyDisk.this) {
        mounted.requireLife();
        content.cut(size);
      }
    }

    @Override
    public void sync() throws IOException {
      synchronized (FaultyDisk.this) {
        mounted.requireLife();
        if (syncsFail) {
          content.lose();
          throw new IOException("input/output error");
        }
        content.sync();
      }
    }

    @Override
    public void close() throws IOException {
      synchronized (FaultyDisk.this) {
        mounted.requireLife();
      }
    }
  }
}
