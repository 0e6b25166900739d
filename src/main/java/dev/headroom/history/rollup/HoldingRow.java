package dev.headroom.history.rollup;

import dev.headroom.model.ResourceType;

/// What was reserved and in use of a type.
public final class HoldingRow extends Row {
  final int type;

  /// What is reserved and not yet consumed.
  final Level reserved;

  /// What samples say is in use of a held type.
  final Level inUse;

  /// What is reserved by allocations of which there are samples.
  final Level sampled;

  long newlyReserved;
  long returned;
  long denied;
  long busiest;
  long busiestAt;

  HoldingRow(Cell cell, int type, Level reserved, Level inUse, Level sampled) {
    super(cell.place(), cell.grain(), cell.start());
    this.type = type;
    this.reserved = reserved;
    this.inUse = inUse;
    this.sampled = sampled;
  }

  /// One that begins where the one before ended.
  static HoldingRow begin(Cell cell, int type, Standing standing) {
    return new HoldingRow(
        cell,
        type,
        new Level(standing.reserved, cell.start()),
        new Level(standing.inUse, cell.start()),
        new Level(standing.sampled, cell.start()));
  }

  /// One of another stretch that begins as this one did.
  HoldingRow begin(Cell cell) {
    return new HoldingRow(
        cell,
        type,
        new Level(reserved.opening(), cell.start()),
        new Level(inUse.opening(), cell.start()),
        new Level(sampled.opening(), cell.start()));
  }

  /// Adds what came next: of a minute, with all that was consumed in that so far.
  void add(HoldingRow next) {
    long after = next.start - start;
    reserved.add(next.reserved, after);
    inUse.add(next.inUse, after);
    sampled.add(next.sampled, after);
    newlyReserved = Math.addExact(newlyReserved, next.newlyReserved);
    returned = Math.addExact(returned, next.returned);
    denied += next.denied;
    busy(next.busiest, next.start);
  }

  /// So much more of a spent type is consumed in a row of a minute.
  void consume(long amount) {
    busy(Math.addExact(busiest, amount), start);
  }

  private void busy(long inMinute, long minute) {
    if (inMinute > busiest) {
      busiest = inMinute;
      busiestAt = minute;
    }
  }

  /// Of which type.
  public ResourceType type() {
    return ResourceType.ALL.get(type);
  }

  /// What is reserved and not yet consumed.
  public Level reserved() {
    return reserved;
  }

  /// What samples say is in use of a held type (U2).
  public Level inUse() {
    return inUse;
  }

  /// What is reserved by those allocations of which there are samples.
  public Level sampled() {
    return sampled;
  }

  /// How much was reserved anew, by grants and by growth.
  public long newlyReserved() {
    return newlyReserved;
  }

  /// How much came back that had been reserved and not consumed.
  public long returned() {
    return returned;
  }

  /// How many lines of requests were denied.
  public long denied() {
    return denied;
  }

  /// The most of a spent type that was consumed in one minute.
  public long busiest() {
    return busiest;
  }

  /// The first millisecond of that minute.
  public long busiestAt() {
    return busiestAt;
  }
}
