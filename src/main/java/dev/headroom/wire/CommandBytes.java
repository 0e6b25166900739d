package dev.headroom.wire;

import dev.headroom.model.CheckpointId;
import dev.headroom.model.Command;
import dev.headroom.model.ConflictId;
import dev.headroom.model.ConflictStrategy;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.LoanId;
import dev.headroom.model.PoolId;
import dev.headroom.model.Priority;
import dev.headroom.model.RequestId;
import dev.headroom.model.Resolution;
import dev.headroom.model.ShelfLife;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/// Commands as bytes: a tag, the id, then the content; a common command takes about 30 bytes.
///
/// What was written once must be readable for ever: a tag, or the place of a word among its kind,
/// never gets another meaning. A form that cannot be told apart from an older one needs another
/// [#VERSION].
public final class CommandBytes {
  /// The version of this form, which whoever keeps the bytes must keep too.
  public static final int VERSION = 1;

  private static final int ALLOCATE = 1;
  private static final int RECORD_USAGE = 2;
  private static final int RELEASE = 3;
  private static final int RENEW = 4;
  private static final int RESIZE = 5;
  private static final int CLOSE_SCOPE = 6;
  private static final int APPLY_CHANGES = 7;
  private static final int TOP_UP = 8;
  private static final int ATOMIC_BATCH = 9;
  private static final int BATCH = 10;
  private static final int RECORD_USAGE_BATCH = 11;
  private static final int RESOLVE_CONFLICT = 12;
  private static final int ACKNOWLEDGE_ALERT = 13;
  private static final int SHELVE_ALERTS = 14;
  private static final int UNSHELVE_ALERTS = 15;
  private static final int ADVANCE_TIME = 16;
  private static final int REPORT_SCORE = 17;
  private static final int TAKE_CHECKPOINT = 18;
  private static final int RESTORE_CHECKPOINT = 19;
  private static final int RESTORE_CHECKPOINT_IN_PART = 20;
  private static final int FORGET_CHECKPOINT = 21;

  private static final int FORETELL = 60;
  private static final int LEND_QUOTA = 70;
  private static final int RECALL_QUOTA = 71;

  private static final int GRANT = 1;
  private static final int DENY = 2;
  private static final int REPRIORITISE = 3;
  private static final int APPLY = 4;

  private static final List<Priority> PRIORITIES = List.of(Priority.values());
  private static final List<ConflictStrategy> STRATEGIES = List.of(ConflictStrategy.values());
  private static final List<ShelfLife> LIVES = List.of(ShelfLife.values());

  private CommandBytes() {}

  /// Writes one command.
  public static void write(ByteWriter to, Command command) {
    switch (command) {
      case Command.Allocate allocate -> {
        begin(to, ALLOCATE, allocate);
        RequestBytes.write(to, allocate.request());
      }
      case Command.RecordUsage usage -> {
        begin(to, RECORD_USAGE, usage);
        RequestBytes.write(to, usage.usage());
      }
      case Command.Release release ->
          begin(to, RELEASE, release).number(release.allocation().value());
      case Command.Renew renew -> {
        begin(to, RENEW, renew).number(renew.allocation().value());
        ValueBytes.write(to, renew.lease());
      }
      case Command.Resize resize ->
          begin(to, RESIZE, resize)
              .number(resize.allocation().value())
              .oneByte(resize.type().ordinal())
              .number(resize.amount());
      case Command.CloseScope close -> {
        begin(to, CLOSE_SCOPE, close);
        ValueBytes.write(to, close.path());
      }
      case Command.ApplyChanges(var _, var changes, var author, var reason) -> {
        begin(to, APPLY_CHANGES, command).text(author).text(reason);
        ValueBytes.writeAll(to, changes, change -> ChangeBytes.write(to, change));
      }
      case Command.TopUp(var _, var pool, long amount, var author, var reason) ->
          begin(to, TOP_UP, command).text(pool.value()).number(amount).text(author).text(reason);
      case Command.AllocateBatch batch -> {
        begin(to, batch.atomic() ? ATOMIC_BATCH : BATCH, batch).number(batch.requests().size());
        batch.requests().forEach(each -> writeInBatch(to, each));
      }
      case Command.RecordUsageBatch(var _, var records) -> {
        begin(to, RECORD_USAGE_BATCH, command).number(records.size());
        records.forEach(each -> writeInBatch(to, each));
      }
      case Command.ReportScore report ->
          ValueBytes.write(begin(to, REPORT_SCORE, report).number(report.score()), report.path());
      case Command.TakeCheckpoint take ->
          ValueBytes.write(begin(to, TAKE_CHECKPOINT, take), take.path());
      case Command.RestoreCheckpoint restore -> write(to, restore);
      case Command.ForgetCheckpoint forget ->
          begin(to, FORGET_CHECKPOINT, forget).number(forget.checkpoint().value());
      case Command.ResolveConflict resolve -> write(to, resolve);
      case Command.AcknowledgeAlert acknowledge -> write(to, acknowledge);
      case Command.ShelveAlerts shelve -> write(to, shelve);
      case Command.UnshelveAlerts unshelve -> write(to, unshelve);
      case Command.Foretell(var _, var foretold) -> {
        begin(to, FORETELL, command);
        ValueBytes.writeAll(to, foretold, each -> AlertBytes.write(to, each));
      }
      case Command.LendQuota lend -> write(to, lend);
      case Command.RecallQuota recall -> write(to, recall);
      case Command.AdvanceTime _ -> to.oneByte(ADVANCE_TIME);
    }
  }

  /// Writes an instant in whole milliseconds.
  ///
  /// @param before the instant that was written before, in epoch milliseconds; 0 for the first
  public static void writeInstant(ByteWriter to, Instant at, long before) {
    to.signed(at.toEpochMilli() - before);
  }

  /// Reads an instant in epoch milliseconds.
  ///
  /// @param before the instant that was read before
  public static long readInstant(ByteReader from, long before) {
    return before + from.signed();
  }

  /// Reads one command.
  ///
  /// @throws MalformedBytesException where there is none
  public static Command read(ByteReader from) {
    try {
      int tag = from.oneByte();
      return tag == ADVANCE_TIME
          ? new Command.AdvanceTime()
          : read(tag, ValueBytes.requestId(from), from);
    } catch (InvalidValueException | DateTimeException | ArithmeticException invalid) {
      throw new MalformedBytesException("a value that no rule allows: " + invalid, invalid);
    }
  }

  private static Command read(int tag, RequestId id, ByteReader from) {
    return switch (tag) {
      case ALLOCATE -> new Command.Allocate(id, RequestBytes.request(from));
      case RECORD_USAGE -> new Command.RecordUsage(id, RequestBytes.usage(from));
      case RELEASE -> new Command.Release(id, ValueBytes.allocation(from));
      case RENEW -> new Command.Renew(id, ValueBytes.allocation(from), ValueBytes.duration(from));
      case RESIZE ->
          new Command.Resize(id, ValueBytes.allocation(from), ValueBytes.type(from), from.number());
      case CLOSE_SCOPE -> new Command.CloseScope(id, ValueBytes.path(from));
      case APPLY_CHANGES -> {
        String author = from.text();
        String reason = from.text();
        yield new Command.ApplyChanges(
            id, from.list(() -> ChangeBytes.change(from)), author, reason);
      }
      case TOP_UP ->
          new Command.TopUp(id, new PoolId(from.text()), from.number(), from.text(), from.text());
      case ATOMIC_BATCH, BATCH ->
          new Command.AllocateBatch(
              id, tag == ATOMIC_BATCH, from.list(() -> allocateInBatch(from)));
      case RECORD_USAGE_BATCH ->
          new Command.RecordUsageBatch(id, from.list(() -> usageInBatch(from)));
      case REPORT_SCORE -> {
        long score = from.number();
        yield new Command.ReportScore(id, ValueBytes.path(from), score);
      }
      case TAKE_CHECKPOINT -> new Command.TakeCheckpoint(id, ValueBytes.path(from));
      case RESTORE_CHECKPOINT, RESTORE_CHECKPOINT_IN_PART -> {
        CheckpointId checkpoint = new CheckpointId(from.number());
        boolean partial = tag == RESTORE_CHECKPOINT_IN_PART;
        yield new Command.RestoreCheckpoint(id, checkpoint, ValueBytes.duration(from), partial);
      }
      case FORGET_CHECKPOINT -> new Command.ForgetCheckpoint(id, new CheckpointId(from.number()));
      case RESOLVE_CONFLICT -> resolve(id, from);
      case ACKNOWLEDGE_ALERT -> {
        String author = from.text();
        String note = from.text();
        yield new Command.AcknowledgeAlert(id, AlertBytes.ref(from), author, note);
      }
      case SHELVE_ALERTS -> {
        ShelfLife life = ValueBytes.one(LIVES, from);
        String author = from.text();
        String reason = from.text();
        yield new Command.ShelveAlerts(id, AlertBytes.shelvable(from), life, author, reason);
      }
      case UNSHELVE_ALERTS -> {
        String author = from.text();
        String reason = from.text();
        yield new Command.UnshelveAlerts(id, AlertBytes.shelvable(from), author, reason);
      }
      case LEND_QUOTA -> lendQuota(id, from);
      case RECALL_QUOTA ->
          new Command.RecallQuota(
              id, new PoolId(from.text()), new LoanId(from.number()), from.text(), from.text());
      case FORETELL -> new Command.Foretell(id, from.list(() -> AlertBytes.foretold(from)));
      default -> throw from.malformed("no command has the tag " + tag);
    };
  }

  private static ByteWriter begin(ByteWriter to, int tag, Command command) {
    to.oneByte(tag);
    ValueBytes.write(to, command.id());
    return to;
  }

  private static void writeInBatch(ByteWriter to, Command.Allocate allocate) {
    ValueBytes.write(to, allocate.id());
    RequestBytes.write(to, allocate.request());
  }

  private static Command.Allocate allocateInBatch(ByteReader from) {
    return new Command.Allocate(ValueBytes.requestId(from), RequestBytes.request(from));
  }

  private static void writeInBatch(ByteWriter to, Command.RecordUsage usage) {
    ValueBytes.write(to, usage.id());
    RequestBytes.write(to, usage.usage());
  }

  private static Command.RecordUsage usageInBatch(ByteReader from) {
    return new Command.RecordUsage(ValueBytes.requestId(from), RequestBytes.usage(from));
  }

  private static void write(ByteWriter to, Command.LendQuota lend) {
    begin(to, LEND_QUOTA, lend).text(lend.pool().value());
    ValueBytes.write(to, lend.from());
    ValueBytes.write(to, lend.to());
    to.number(lend.amount()).number(lend.until().toEpochMilli());
    to.text(lend.author()).text(lend.reason());
  }

  private static void write(ByteWriter to, Command.RecallQuota recall) {
    begin(to, RECALL_QUOTA, recall).text(recall.pool().value()).number(recall.loan().value());
    to.text(recall.author()).text(recall.reason());
  }

  private static Command lendQuota(RequestId id, ByteReader from) {
    return new Command.LendQuota(
        id,
        new PoolId(from.text()),
        ValueBytes.path(from),
        ValueBytes.path(from),
        from.number(),
        Instant.ofEpochMilli(from.number()),
        from.text(),
        from.text());
  }

  private static void write(ByteWriter to, Command.RestoreCheckpoint restore) {
    begin(to, restore.partial() ? RESTORE_CHECKPOINT_IN_PART : RESTORE_CHECKPOINT, restore)
        .number(restore.checkpoint().value());
    ValueBytes.write(to, restore.lease());
  }

  private static void write(ByteWriter to, Command.ResolveConflict resolve) {
    begin(to, RESOLVE_CONFLICT, resolve).number(resolve.conflict().value());
    to.number(resolve.allocation().value()).text(resolve.author()).text(resolve.reason());
    switch (resolve.resolution()) {
      case Resolution.Grant _ -> to.oneByte(GRANT);
      case Resolution.Deny _ -> to.oneByte(DENY);
      case Resolution.Reprioritise(var priority) ->
          to.oneByte(REPRIORITISE).oneByte(priority.ordinal());
      case Resolution.Apply(var strategy) -> to.oneByte(APPLY).oneByte(strategy.ordinal());
    }
  }

  private static Command resolve(RequestId id, ByteReader from) {
    ConflictId conflict = new ConflictId(from.number());
    var allocation = ValueBytes.allocation(from);
    String author = from.text();
    String reason = from.text();
    int tag = from.oneByte();
    Resolution resolution =
        switch (tag) {
          case GRANT -> new Resolution.Grant();
          case DENY -> new Resolution.Deny();
          case REPRIORITISE -> new Resolution.Reprioritise(ValueBytes.one(PRIORITIES, from));
          case APPLY -> new Resolution.Apply(ValueBytes.one(STRATEGIES, from));
          default -> throw from.malformed("no resolution has the tag " + tag);
        };
    return new Command.ResolveConflict(id, conflict, allocation, resolution, author, reason);
  }

  private static void write(ByteWriter to, Command.AcknowledgeAlert acknowledge) {
    begin(to, ACKNOWLEDGE_ALERT, acknowledge).text(acknowledge.author()).text(acknowledge.note());
    AlertBytes.write(to, acknowledge.alert());
  }

  private static void write(ByteWriter to, Command.ShelveAlerts shelve) {
    begin(to, SHELVE_ALERTS, shelve).oneByte(shelve.life().ordinal());
    to.text(shelve.author()).text(shelve.reason());
    AlertBytes.write(to, shelve.what());
  }

  private static void write(ByteWriter to, Command.UnshelveAlerts unshelve) {
    begin(to, UNSHELVE_ALERTS, unshelve).text(unshelve.author()).text(unshelve.reason());
    AlertBytes.write(to, unshelve.what());
  }
}
