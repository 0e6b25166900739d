package dev.headroom.server;

import dev.headroom.model.Limit;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Configs;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Scalar;
import dev.headroom.wire.json.Shape;
import java.util.List;

/// Edits of one thing, for whoever edits by hand: each is a change set of one change.
final class Edits {
  private static final Shape<Long> VERSION = Scalar.whole(0, Long.MAX_VALUE);

  private Edits() {}

  /// The limits of one scope.
  record Limits(ScopePath path, List<Limit> limits, long version) {
    static final ObjectShape<Limits> SHAPE =
        ObjectShape.of(
            "Limits",
            fields -> {
              var path = fields.required("path", Names.PATH, Limits::path);
              var limits = fields.required("limits", Configs.LIMIT.listed(), Limits::limits);
              var version = fields.required("version", VERSION, Limits::version);
              return in -> new Limits(in.get(path), in.get(limits), in.get(version));
            });
  }

  /// Replaces the limits of one scope.
  record PutLimits(RequestId id, Limits limits, String author, String reason) {
    static final ObjectShape<PutLimits> SHAPE =
        ObjectShape.of(
            "PutLimitsOfScope",
            fields -> {
              var id = fields.required("requestId", Names.REQUEST, PutLimits::id);
              var path = fields.required("path", Names.PATH, put -> put.limits.path);
              var limits =
                  fields.required("limits", Configs.LIMIT.listed(), put -> put.limits.limits);
              var version = fields.required("version", VERSION, put -> put.limits.version);
              var author = fields.required("author", Scalar.TEXT, PutLimits::author);
              var reason = fields.required("reason", Scalar.TEXT, PutLimits::reason);
              return in ->
                  new PutLimits(
                      in.get(id),
                      new Limits(in.get(path), in.get(limits), in.get(version)),
                      in.get(author),
                      in.get(reason));
            });
  }

  /// Makes or replaces a pool.
  record PutPool(
      RequestId id, PoolId named, Pool pool, long version, String author, String reason) {
    static final ObjectShape<PutPool> SHAPE =
        ObjectShape.of(
            "PutOnePool",
            fields -> {
              var id = fields.required("requestId", Names.REQUEST, PutPool::id);
              var named = fields.required("poolId", Names.POOL, PutPool::named);
              var pool = fields.required("pool", Configs.POOL, PutPool::pool);
              var version = fields.required("version", VERSION, PutPool::version);
              var author = fields.required("author", Scalar.TEXT, PutPool::author);
              var reason = fields.required("reason", Scalar.TEXT, PutPool::reason);
              return in ->
                  new PutPool(
                      in.get(id),
                      in.get(named),
                      in.get(pool),
                      in.get(version),
                      in.get(author),
                      in.get(reason));
            });
  }

  /// Removes a pool.
  record RemovePool(RequestId id, PoolId pool, long version, String author, String reason) {
    static final ObjectShape<RemovePool> SHAPE =
        ObjectShape.of(
            "RemoveOnePool",
            fields -> {
              var id = fields.required("requestId", Names.REQUEST, RemovePool::id);
              var pool = fields.required("poolId", Names.POOL, RemovePool::pool);
              var version = fields.required("version", VERSION, RemovePool::version);
              var author = fields.required("author", Scalar.TEXT, RemovePool::author);
              var reason = fields.required("reason", Scalar.TEXT, RemovePool::reason);
              return in ->
                  new RemovePool(
                      in.get(id), in.get(pool), in.get(version), in.get(author), in.get(reason));
            });
  }
}
