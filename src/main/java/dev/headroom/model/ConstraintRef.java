package dev.headroom.model;

/// Names one constraint: a limit or a pool at a scope.
///
/// @param path the scope that has it
/// @param kind limit or pool
/// @param id the pool's id, or the limit's [LimitKey] as text, for example `TOKENS/P1D`
public record ConstraintRef(ScopePath path, Kind kind, String id)
    implements Comparable<ConstraintRef> {

  /// The two things that can say no.
  public enum Kind {
    LIMIT,
    POOL
  }

  /// Limits before pools at one scope, scopes from the root down.
  @Override
  public int compareTo(ConstraintRef other) {
    int byPath = path.compareTo(other.path);
    if (byPath != 0) {
      return byPath;
    }
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return path + " " + kind + " " + id;
  }
}
