package dev.headroom.client.json;

import dev.headroom.client.ConflictView;
import dev.headroom.model.Change;
import dev.headroom.model.Conflict;
import dev.headroom.model.LoanStatus;
import dev.headroom.model.PoolStatus;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.wire.json.Changes;
import dev.headroom.wire.json.Conflicts;
import dev.headroom.wire.json.Lendings;
import dev.headroom.wire.json.Names;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Shape;
import dev.headroom.wire.json.Statuses;
import java.util.List;
import java.util.function.Function;

/// Answers that are a value with a name around it.
public final class Answers {
  /// Where an allocation is.
  public static final ObjectShape<ScopePath> PLACE = only("Place", "path", Names.PATH);

  /// What was decided about an allocation.
  public static final ObjectShape<List<Conflict.Episode>> DECISIONS =
      only("Decisions", "episodes", Conflicts.EPISODE.listed());

  /// All pools.
  public static final ObjectShape<List<PoolStatus>> POOLS =
      only("Pools", "pools", Statuses.POOL.listed());

  /// Quota that is lent.
  public static final ObjectShape<List<LoanStatus>> LOANS =
      only("Loans", "loans", Lendings.STATUS.listed());

  /// How many scopes are asked for at once at most.
  public static final int PATHS_MAX = 1000;

  /// Scopes that are asked for.
  public static final ObjectShape<List<ScopePath>> PATHS =
      only("Paths", "paths", Names.PATH.listed(PATHS_MAX));

  /// Scopes as they stand.
  public static final ObjectShape<List<ScopeStatus>> SCOPES =
      only("Scopes", "scopes", Statuses.SCOPE.listed());

  /// Changes that are thought of.
  public static final ObjectShape<List<Change>> CHANGES =
      only("ChangeSet", "changes", Changes.CHANGE.listed());

  /// A conflict with those who wait.
  public static final ObjectShape<ConflictView> CONFLICT =
      ObjectShape.of(
          "ConflictView",
          fields -> {
            var conflict = fields.required("conflict", Conflicts.CONFLICT, ConflictView::conflict);
            var waiting = fields.required("waiting", Statuses.WAIT.listed(), ConflictView::waiting);
            return in -> new ConflictView(in.get(conflict), in.get(waiting));
          });

  private Answers() {}

  private static <T> ObjectShape<T> only(String name, String member, Shape<T> shape) {
    return ObjectShape.of(
        name,
        fields -> {
          var value = fields.required(member, shape, Function.identity());
          return in -> in.get(value);
        });
  }
}
