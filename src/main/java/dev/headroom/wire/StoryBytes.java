package dev.headroom.wire;

import dev.headroom.model.AllocationId;
import dev.headroom.model.AllocationStatus;
import dev.headroom.model.Checkpoint;
import dev.headroom.model.CheckpointId;
import dev.headroom.model.Conflict;
import dev.headroom.model.Denial;
import dev.headroom.model.LentQuota;
import dev.headroom.model.LoanId;
import dev.headroom.model.Pool;
import dev.headroom.model.Priority;
import dev.headroom.model.ResourceType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is remembered of what has happened as bytes: why requests were denied, how conflicts were
/// decided, what checkpoints keep. Of this form the same holds as of [CommandBytes].
public final class StoryBytes {
  private static final int REQUEUE = 1 << 2;
  private static final int PRIORITY = 3;

  private static final List<Denial.Reason> REASONS = List.of(Denial.Reason.values());
  private static final List<Conflict.Verdict> VERDICTS = List.of(Conflict.Verdict.values());

  private StoryBytes() {}

  /// Writes why one line could not be granted.
  public static void write(ByteWriter to, Denial denial) {
    to.oneByte(denial.type().ordinal()).number(denial.requested()).signed(denial.headroom());
    ValueBytes.write(to, denial.binding());
    to.oneByte(denial.reason().ordinal());
  }

  /// Reads why one line could not be granted.
  public static Denial denial(ByteReader from) {
    return new Denial(
        ValueBytes.type(from),
        from.number(),
        from.signed(),
        ValueBytes.constraint(from),
        ValueBytes.one(REASONS, from));
  }

  /// Writes what became of one request in a conflict.
  public static void write(ByteWriter to, Conflict.Decision decision) {
    ValueBytes.write(to, decision.path());
    to.number(decision.allocation().map(AllocationId::value).orElse(0L));
    to.oneByte(decision.verdict().ordinal()).signed(decision.at().toEpochMilli());
    to.signed(decision.waitedMillis());
    ValueBytes.writeAll(to, decision.because(), denial -> write(to, denial));
    ValueBytes.writeAll(to, decision.losses(), loss -> write(to, loss));
    to.oneByte(decision.ruling().isPresent() ? 1 : 0);
    decision.ruling().ifPresent(ruling -> to.text(ruling.author()).text(ruling.reason()));
    ValueBytes.writeAll(to, decision.cycle(), wait -> write(to, wait));
  }

  /// Writes what one member of a pool has lent another. Of which pool, is not written.
  public static void write(ByteWriter to, LentQuota loan) {
    to.number(loan.id().value());
    ValueBytes.write(to, loan.lender());
    ValueBytes.write(to, loan.borrower());
    to.number(loan.amount());
    to.number(loan.since().toEpochMilli()).number(loan.until().toEpochMilli());
    to.text(loan.author()).text(loan.reason());
  }

  /// Reads what one member of a pool has lent another.
  ///
  /// @param pool of which pool
  public static LentQuota lentQuota(ByteReader from, Pool pool) {
    return new LentQuota(
        new LoanId(from.number()),
        pool.id(),
        pool.type(),
        ValueBytes.path(from),
        ValueBytes.path(from),
        from.number(),
        Instant.ofEpochMilli(from.number()),
        Instant.ofEpochMilli(from.number()),
        from.text(),
        from.text());
  }

  /// Reads what became of one request in a conflict.
  public static Conflict.Decision decision(ByteReader from) {
    return new Conflict.Decision(
        ValueBytes.path(from),
        allocation(from),
        ValueBytes.one(VERDICTS, from),
        Instant.ofEpochMilli(from.signed()),
        from.signed(),
        List.copyOf(from.list(() -> denial(from))),
        from.list(() -> loss(from)),
        from.oneByte() == 0
            ? Optional.empty()
            : Optional.of(new Conflict.Ruling(from.text(), from.text())),
        from.list(() -> wait(from)));
  }

  /// Writes all of a checkpoint but its allocations.
  public static void write(ByteWriter to, Checkpoint checkpoint) {
    to.number(checkpoint.id().value());
    ValueBytes.write(to, checkpoint.path());
    to.signed(checkpoint.at().toEpochMilli());
    ValueBytes.writeAll(
        to,
        checkpoint.totals(),
        total ->
            to.oneByte(total.type().ordinal()).number(total.reserved()).number(total.consumed()));
  }

  /// Reads all of a checkpoint but its allocations.
  ///
  /// @return the checkpoint without them
  public static Checkpoint checkpoint(ByteReader from) {
    return new Checkpoint(
        new CheckpointId(from.number()),
        ValueBytes.path(from),
        Instant.ofEpochMilli(from.signed()),
        from.list(() -> new Checkpoint.Total(ValueBytes.type(from), from.number(), from.number())),
        List.of());
  }

  /// Writes one allocation as a checkpoint keeps it.
  public static void write(ByteWriter to, Checkpoint.Kept kept) {
    to.number(kept.allocation().value());
    ValueBytes.write(to, kept.path());
    to.oneByte(kept.priority().ordinal() | (kept.requeue() ? REQUEUE : 0));
    to.number(kept.minimums().size());
    kept.minimums().forEach((type, least) -> to.oneByte(type.ordinal()).number(least));
    to.text(kept.purpose());
    ValueBytes.write(to, kept.labels());
    ValueBytes.writeAll(
        to,
        kept.lines(),
        line -> to.oneByte(line.type().ordinal()).number(line.reserved()).number(line.consumed()));
  }

  /// Reads one allocation as a checkpoint keeps it.
  public static Checkpoint.Kept kept(ByteReader from) {
    AllocationId allocation = ValueBytes.allocation(from);
    var path = ValueBytes.path(from);
    int flags = from.oneByte();
    Map<ResourceType, Long> minimums = minimums(from);
    return new Checkpoint.Kept(
        allocation,
        path,
        Priority.at(flags & PRIORITY),
        minimums,
        (flags & REQUEUE) != 0,
        from.text(),
        ValueBytes.labels(from),
        from.list(
            () -> new AllocationStatus.Line(ValueBytes.type(from), from.number(), from.number())));
  }

  private static Map<ResourceType, Long> minimums(ByteReader from) {
    Map<ResourceType, Long> minimums = new EnumMap<>(ResourceType.class);
    int count = from.upTo(ResourceType.ALL.size());
    for (int read = 0; read < count; read++) {
      minimums.put(ValueBytes.type(from), from.number());
    }
    return minimums;
  }

  private static void write(ByteWriter to, Conflict.Loss loss) {
    ValueBytes.write(to, loss.path());
    to.number(loss.allocation().value()).number(loss.amount());
  }

  private static Conflict.Loss loss(ByteReader from) {
    return new Conflict.Loss(ValueBytes.path(from), ValueBytes.allocation(from), from.number());
  }

  private static void write(ByteWriter to, Conflict.Wait wait) {
    ValueBytes.write(to, wait.path());
    to.number(wait.allocation().value());
    ValueBytes.write(to, wait.at());
  }

  private static Conflict.Wait wait(ByteReader from) {
    return new Conflict.Wait(
        ValueBytes.path(from), ValueBytes.allocation(from), ValueBytes.constraint(from));
  }

  private static Optional<AllocationId> allocation(ByteReader from) {
    long value = from.number();
    return value == 0 ? Optional.empty() : Optional.of(new AllocationId(value));
  }
}
