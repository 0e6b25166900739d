package dev.headroom.wire.json;

import dev.headroom.model.AllocationRequest;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import java.util.function.Function;

/// Shapes of what administrators decide, as whole commands; see [Requests].
public final class Changes {

  /// One change of a configuration. Versions are those that it was based on (L9).
  public static final OneOf<Change> CHANGE =
      OneOf.<Change>of("Change", "kind")
          .or("PUT_LIMITS", Change.PutLimits.class, ObjectShape.of("PutLimits", Changes::putLimits))
          .or("PUT_POOL", Change.PutPool.class, ObjectShape.of("PutPool", Changes::putPool))
          .or(
              "REMOVE_POOL",
              Change.RemovePool.class,
              ObjectShape.of("RemovePool", Changes::removePool))
          .or(
              "PUT_SETTINGS",
              Change.PutSettings.class,
              ObjectShape.of("PutSettings", Changes::putSettings))
          .all(Change.class);

  /// Change limits, pools and settings, all or nothing (L9).
  public static final ObjectShape<Command.ApplyChanges> APPLY =
      ObjectShape.of(
          "ApplyChanges",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.ApplyChanges::id);
            var changes =
                fields.required(
                    "changes", CHANGE.listed(1, Integer.MAX_VALUE), Command.ApplyChanges::changes);
            var author = fields.required("author", Names.AUTHOR, Command.ApplyChanges::author);
            var reason = fields.required("reason", Names.REASON, Command.ApplyChanges::reason);
            return in ->
                new Command.ApplyChanges(
                    in.get(id), in.get(changes), in.get(author), in.get(reason));
          });

  /// Add stock to a pool.
  public static final ObjectShape<Command.TopUp> TOP_UP =
      ObjectShape.of(
          "TopUp",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.TopUp::id);
            var pool = fields.required("poolId", Names.POOL, Command.TopUp::pool);
            var amount = fields.required("amount", Scalar.amount(1), Command.TopUp::amount);
            var author = fields.required("author", Names.AUTHOR, Command.TopUp::author);
            var reason = fields.required("reason", Names.REASON, Command.TopUp::reason);
            return in ->
                new Command.TopUp(
                    in.get(id), in.get(pool), in.get(amount), in.get(author), in.get(reason));
          });

  /// Report what was achieved at a scope.
  public static final ObjectShape<Command.ReportScore> SCORE =
      ObjectShape.of(
          "Score",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.ReportScore::id);
            var path = fields.required("path", Names.PATH, Command.ReportScore::path);
            var score = fields.required("score", Scalar.amount(0), Command.ReportScore::score);
            return in -> new Command.ReportScore(in.get(id), in.get(path), in.get(score));
          });

  /// Close a scope and everything below it (S3).
  public static final ObjectShape<Command.CloseScope> CLOSE =
      ObjectShape.of(
          "CloseScope",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.CloseScope::id);
            var path = fields.required("path", Names.PATH, Command.CloseScope::path);
            return in -> new Command.CloseScope(in.get(id), in.get(path));
          });

  /// Keep what a scope holds and has used.
  public static final ObjectShape<Command.TakeCheckpoint> TAKE_CHECKPOINT =
      ObjectShape.of(
          "TakeCheckpoint",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.TakeCheckpoint::id);
            var path = fields.required("path", Names.PATH, Command.TakeCheckpoint::path);
            return in -> new Command.TakeCheckpoint(in.get(id), in.get(path));
          });

  /// Reserve what is missing of what a checkpoint kept.
  public static final ObjectShape<Command.RestoreCheckpoint> RESTORE =
      ObjectShape.of(
          "RestoreCheckpoint",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.RestoreCheckpoint::id);
            var checkpoint =
                fields.required(
                    "checkpointId", Names.CHECKPOINT, Command.RestoreCheckpoint::checkpoint);
            var lease =
                fields.byDefault(
                    "duration",
                    Scalar.DURATION.as(AllocationRequest::requireLease, Function.identity()),
                    AllocationRequest.LEASE_DEFAULT,
                    Command.RestoreCheckpoint::lease);
            var partial =
                fields.byDefault("partial", Scalar.FLAG, false, Command.RestoreCheckpoint::partial);
            return in ->
                new Command.RestoreCheckpoint(
                    in.get(id), in.get(checkpoint), in.get(lease), in.get(partial));
          });

  /// Give up a checkpoint.
  public static final ObjectShape<Command.ForgetCheckpoint> FORGET_CHECKPOINT =
      ObjectShape.of(
          "ForgetCheckpoint",
          fields -> {
            var id = fields.required("requestId", Names.REQUEST, Command.ForgetCheckpoint::id);
            var checkpoint =
                fields.required(
                    "checkpointId", Names.CHECKPOINT, Command.ForgetCheckpoint::checkpoint);
            return in -> new Command.ForgetCheckpoint(in.get(id), in.get(checkpoint));
          });

  private Changes() {}

  private static Function<ObjectShape.Values, Change.PutLimits> putLimits(
      Fields<Change.PutLimits> fields) {
    var path = fields.required("path", Names.PATH, Change.PutLimits::path);
    var limits =
        fields.required(
            "limits", Configs.LIMIT.listed(Change.LIMITS_PER_SCOPE_MAX), Change.PutLimits::limits);
    var version = fields.required("version", Names.VERSION, Change.PutLimits::basedOn);
    return in -> new Change.PutLimits(in.get(path), in.get(limits), in.get(version));
  }

  private static Function<ObjectShape.Values, Change.PutPool> putPool(
      Fields<Change.PutPool> fields) {
    var pool = fields.required("pool", Configs.POOL, Change.PutPool::pool);
    var version = fields.required("version", Names.VERSION, Change.PutPool::basedOn);
    return in -> new Change.PutPool(in.get(pool), in.get(version));
  }

  private static Function<ObjectShape.Values, Change.RemovePool> removePool(
      Fields<Change.RemovePool> fields) {
    var pool = fields.required("poolId", Names.POOL, Change.RemovePool::pool);
    var version = fields.required("version", Names.VERSION, Change.RemovePool::basedOn);
    return in -> new Change.RemovePool(in.get(pool), in.get(version));
  }

  private static Function<ObjectShape.Values, Change.PutSettings> putSettings(
      Fields<Change.PutSettings> fields) {
    var settings = fields.required("settings", Configs.SETTINGS, Change.PutSettings::settings);
    var version = fields.required("version", Names.VERSION, Change.PutSettings::basedOn);
    return in -> new Change.PutSettings(in.get(settings), in.get(version));
  }
}
