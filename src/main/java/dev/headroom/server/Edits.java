package dev.headroom.server;

import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Configs;
import dev.headroom.wire.json.Field;
import dev.headroom.wire.json.Fields;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.ObjectShape;
import java.util.List;
import java.util.Optional;

/// Edits of one thing, for whoever edits by hand: each is a change set of one change.
final class Edits {

  /// Replaces the limits of one scope.
  static final ObjectShape<Edit<Change.PutLimits>> PUT_LIMITS =
      ObjectShape.of(
          "PutLimitsOfScope",
          fields -> {
            var path = fields.required("path", Names.PATH, put -> put.change.path());
            var limits =
                fields.required("limits", Configs.LIMIT.listed(), put -> put.change.limits());
            var version = fields.required("version", Names.VERSION, put -> put.change.basedOn());
            var signed = new Signed<>(fields);
            return in ->
                signed.edit(
                    in, new Change.PutLimits(in.get(path), in.get(limits), in.get(version)));
          });

  /// Makes or replaces a pool.
  static final ObjectShape<Edit<Change.PutPool>> PUT_POOL =
      ObjectShape.of(
          "PutOnePool",
          fields -> {
            var named = fields.required("poolId", Names.POOL, put -> put.change.pool().id());
            var pool = fields.required("pool", Configs.POOL, put -> put.change.pool());
            var version = fields.required("version", Names.VERSION, put -> put.change.basedOn());
            var signed = new Signed<>(fields);
            return in -> {
              if (!in.get(named).equals(in.get(pool).id())) {
                throw new InvalidValueException(
                    "the pool's id, %s, is not the one in the address, %s",
                    in.get(pool).id(), in.get(named));
              }
              return signed.edit(in, new Change.PutPool(in.get(pool), in.get(version)));
            };
          });

  /// Removes a pool.
  static final ObjectShape<Edit<Change.RemovePool>> REMOVE_POOL =
      ObjectShape.of(
          "RemoveOnePool",
          fields -> {
            Field<Edit<Change.RemovePool>, PoolId> pool =
                fields.required("poolId", Names.POOL, remove -> remove.change.pool());
            var version =
                fields.required("version", Names.VERSION, remove -> remove.change.basedOn());
            var signed = new Signed<>(fields);
            return in -> signed.edit(in, new Change.RemovePool(in.get(pool), in.get(version)));
          });

  private Edits() {}

  /// One change, and the command that makes it.
  record Edit<C extends Change>(C change, Command.ApplyChanges command) {}

  /// Who edits, why, and by what name.
  private static final class Signed<C extends Change> {
    private final Field<Edit<C>, RequestId> id;
    private final Field<Edit<C>, String> author;
    private final Field<Edit<C>, String> reason;

    Signed(Fields<Edit<C>> fields) {
      id = fields.required("requestId", Names.REQUEST, edit -> edit.command.id());
      author = fields.required("author", Names.AUTHOR, edit -> edit.command.author());
      reason = fields.required("reason", Names.REASON, edit -> edit.command.reason());
    }

    Edit<C> edit(ObjectShape.Values in, C change) {
      return new Edit<>(
          change,
          new Command.ApplyChanges(in.get(id), List.of(change), in.get(author), in.get(reason)));
    }
  }

  /// The limits of one scope.
  record Limits(ScopePath path, List<Limit> limits, long version) {
    static final ObjectShape<Limits> SHAPE =
        ObjectShape.of(
            "Limits",
            fields -> {
              var path = fields.required("path", Names.PATH, Limits::path);
              var limits = fields.required("limits", Configs.LIMIT.listed(), Limits::limits);
              var version = fields.required("version", Names.VERSION, Limits::version);
              return in -> new Limits(in.get(path), in.get(limits), in.get(version));
            });
  }

  /// What came of replacing the limits of a scope.
  ///
  /// @param version that holds now
  /// @param wouldChange where it was only tried out
  record LimitsPut(long version, Optional<Difference> wouldChange) {
    static final ObjectShape<LimitsPut> SHAPE =
        ObjectShape.of(
            "LimitsPut",
            fields -> {
              var version = fields.required("version", Names.VERSION, LimitsPut::version);
              var change = fields.optional("wouldChange", Difference.SHAPE, LimitsPut::wouldChange);
              return in -> new LimitsPut(in.get(version), in.get(change));
            });

    static LimitsPut done(long version) {
      return new LimitsPut(version, Optional.empty());
    }

    static LimitsPut tried(List<Limit> now, Change.PutLimits put) {
      List<Limit> removed = now.stream().filter(each -> !put.limits().contains(each)).toList();
      List<Limit> added = put.limits().stream().filter(each -> !now.contains(each)).toList();
      return new LimitsPut(put.basedOn(), Optional.of(new Difference(removed, added)));
    }
  }

  /// Which limits go and which come; a limit that is changed does both.
  record Difference(List<Limit> removed, List<Limit> added) {
    private static final ObjectShape<Difference> SHAPE =
        ObjectShape.of(
            "LimitDifference",
            fields -> {
              var removed = fields.required("removed", Configs.LIMIT.listed(), Difference::removed);
              var added = fields.required("added", Configs.LIMIT.listed(), Difference::added);
              return in -> new Difference(in.get(removed), in.get(added));
            });
  }
}
