package dev.headroom.engine;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Command;
import dev.headroom.model.RequestLine;
import dev.headroom.model.UsageRecord;
import java.util.List;
import java.util.Map;

/// Sixty-four bits that tell commands of different content apart, the same on every machine. Two
/// that differ agree by accident once in 2^64; nobody gains by provoking it, since all it does is
/// to return the outcome of one's own earlier request.
final class Fingerprint {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  /// The fingerprint of everything in a command but its id.
  static long of(Command command) {
    return switch (command) {
      case Command.Allocate(var _, var request) -> of(request);
      case Command.RecordUsage(var _, var usage) -> of(usage);
      case Command.Release(var _, var allocation) -> mix(3, allocation.value());
      case Command.Renew(var _, var allocation, var lease) ->
          mix(mix(4, allocation.value()), lease.toMillis());
      case Command.Resize(var _, var allocation, var type, long amount) ->
          mix(mix(mix(5, allocation.value()), type.ordinal()), amount);
      case Command.CloseScope(var _, var path) -> mix(6, path.text());
      case Command.ApplyChanges(var _, var changes, var author, var reason) ->
          mix(mix(mix(7, changes.toString()), author), reason);
      case Command.TopUp(var _, var pool, long amount, var author, var reason) ->
          mix(mix(mix(mix(8, pool.value()), amount), author), reason);
      case Command.LendQuota lend -> of(lend);
      case Command.RecallQuota(var _, var pool, var loan, var author, var reason) ->
          mix(mix(mix(mix(71, pool.value()), loan.value()), author), reason);
      case Command.ResolveConflict(
              var _,
              var conflict,
              var allocation,
              var resolution,
              var author,
              var reason) -> {
        long mixed = mix(mix(mix(40, conflict.value()), allocation.value()), author);
        yield mix(mix(mixed, resolution.toString()), reason);
      }
      case Command.AdvanceTime _ -> 9;
      case Command.ReportScore(var _, var path, long score) -> mix(mix(15, path.text()), score);
      case Command.TakeCheckpoint(var _, var path) -> mix(50, path.text());
      case Command.RestoreCheckpoint(var _, var checkpoint, var lease, boolean partial) ->
          mix(mix(mix(51, checkpoint.value()), lease.toMillis()), partial ? 1 : 0);
      case Command.ForgetCheckpoint(var _, var checkpoint) -> mix(52, checkpoint.value());
      case Command.AllocateBatch(var _, boolean atomic, var requests) ->
          of(mix(10, atomic ? 1 : 0), requests);
      case Command.RecordUsageBatch(var _, var records) -> of(11, records);
      case Command.AcknowledgeAlert(var _, var alert, var author, var note) ->
          mix(mix(mix(12, alert.toString()), author), note);
      case Command.ShelveAlerts(var _, var what, var life, var author, var reason) ->
          mix(mix(mix(mix(13, what.toString()), life.ordinal()), author), reason);
      case Command.UnshelveAlerts(var _, var what, var author, var reason) ->
          mix(mix(mix(14, what.toString()), author), reason);
      case Command.Foretell(var _, var foretold) -> mix(60, foretold.toString());
    };
  }

  private static long of(Command.LendQuota lend) {
    long mixed = mix(mix(mix(70, lend.pool().value()), lend.from().text()), lend.to().text());
    mixed = mix(mix(mixed, lend.amount()), lend.until().toEpochMilli());
    return mix(mix(mixed, lend.author()), lend.reason());
  }

  private static long of(long before, List<? extends Command> commands) {
    long mixed = mix(before, commands.size());
    for (Command command : commands) {
      mixed = mix(mix(mixed, command.id().value()), of(command));
    }
    return mixed;
  }

  /// Mixes one more number into a fingerprint.
  static long mix(long before, long value) {
    long mixed = (before ^ value) * FACTOR;
    return mixed ^ (mixed >>> 29);
  }

  /// Mixes one more text into a fingerprint, four characters at a time: each step waits for the one
  /// before.
  static long mix(long before, String value) {
    long mixed = mix(before, value.length());
    int at = 0;
    for (; at + 4 <= value.length(); at += 4) {
      long two = value.charAt(at) | (long) value.charAt(at + 1) << 16;
      long four = two | (long) value.charAt(at + 2) << 32 | (long) value.charAt(at + 3) << 48;
      mixed = mix(mixed, four);
    }
    for (; at < value.length(); at++) {
      mixed = mix(mixed, value.charAt(at));
    }
    return mixed;
  }

  private static long of(AllocationRequest request) {
    long mixed = mix(mix(1, request.path().text()), request.lines().size());
    for (int at = 0; at < request.lines().size(); at++) {
      RequestLine line = request.lines().get(at);
      mixed = mix(mix(mixed, line.type().ordinal()), line.amount());
      mixed = mix(mix(mixed, line.required() ? 1 : 0), line.minimum());
      mixed = mix(mixed, line.alternatives().size());
      for (RequestLine.Alternative other : line.alternatives()) {
        mixed = mix(mix(mixed, other.type().ordinal()), other.amount());
      }
    }
    mixed = mix(mix(mixed, request.priority().ordinal()), request.lease().toMillis());
    mixed = mix(mix(mixed, request.maxWait().toMillis()), request.negotiable() ? 1 : 0);
    mixed = mix(mix(mixed, request.requeue() ? 1 : 0), request.purpose());
    return mix(mixed, request.labels());
  }

  private static long of(UsageRecord usage) {
    long mixed = mix(mix(2, usage.allocation().value()), usage.type().ordinal());
    mixed = mix(mix(mixed, usage.consumed()), usage.category());
    mixed = mix(mixed, usage.cost().isPresent() ? usage.cost().get().micros() : -1);
    return mix(mixed, usage.labels());
  }

  private static long mix(long before, Map<String, String> labels) {
    long mixed = mix(before, labels.size());
    if (!labels.isEmpty()) {
      for (Map.Entry<String, String> label : labels.entrySet()) {
        mixed = mix(mix(mixed, label.getKey()), label.getValue());
      }
    }
    return mixed;
  }
}
