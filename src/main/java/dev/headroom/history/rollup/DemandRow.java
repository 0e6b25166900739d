package dev.headroom.history.rollup;

/// What became of requests.
public final class DemandRow extends Row {
  long granted;
  long partly;
  long denied;
  long queued;
  long waited;
  long waitedMillis;
  long longestWait;
  long preempted;
  long expired;

  DemandRow(Cell cell) {
    super(cell.place(), cell.grain(), cell.start());
  }

  /// An empty one of another stretch.
  DemandRow begin(Cell cell) {
    return new DemandRow(cell);
  }

  /// Adds what another has.
  void add(DemandRow other) {
    granted += other.granted;
    partly += other.partly;
    denied += other.denied;
    queued += other.queued;
    waited += other.waited;
    waitedMillis = Math.addExact(waitedMillis, other.waitedMillis);
    longestWait = Math.max(longestWait, other.longestWait);
    preempted += other.preempted;
    expired += other.expired;
  }

  /// How long one waited that was granted or denied now.
  void waited(long millis) {
    if (millis > 0) {
      waited++;
      waitedMillis = Math.addExact(waitedMillis, millis);
      longestWait = Math.max(longestWait, millis);
    }
  }

  /// How many were granted.
  public long granted() {
    return granted;
  }

  /// How many of those in part.
  public long partly() {
    return partly;
  }

  /// How many were denied.
  public long denied() {
    return denied;
  }

  /// How many began to wait.
  public long queued() {
    return queued;
  }

  /// How many waits were over.
  public long waited() {
    return waited;
  }

  /// How long those took together.
  public long waitedMillis() {
    return waitedMillis;
  }

  /// How long the longest of them took.
  public long longestWait() {
    return longestWait;
  }

  /// How many allocations were revoked for others.
  public long preempted() {
    return preempted;
  }

  /// How many allocations ended because their time was over.
  public long expired() {
    return expired;
  }
}
