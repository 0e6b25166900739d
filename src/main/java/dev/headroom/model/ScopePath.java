package dev.headroom.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A scope's address, for example `/user:ada/swarm:s1/run:r7`; the root is `/` (rules S1, S2).
///
/// Two paths are equal when their texts are: there is one way to write each scope.
///
/// @param text the path as written; valid by construction
public record ScopePath(String text) implements Comparable<ScopePath> {

  /// The root of every tree, GLOBAL.
  public static final ScopePath ROOT = new ScopePath("/");

  /// Most characters that the name of one scope may have.
  public static final int NAME_LENGTH_MAX = 128;

  private static final String NAME_SIGNS = "._~@+=-";

  /// @throws InvalidValueException where `text` breaks S1 or S2; it names the character and
  ///   position
  public ScopePath {
    check(text);
  }

  /// Reads a path as people and programs write it.
  ///
  /// @throws InvalidValueException where `text` breaks S1 or S2; it names the character and
  ///   position
  public static ScopePath of(String text) {
    return text.equals("/") ? ROOT : new ScopePath(text);
  }

  /// The scope of `kind` called `name` directly below this one.
  ///
  /// @throws InvalidValueException where the kind does not descend or the name is not allowed
  public ScopePath child(ScopeKind kind, String name) {
    return new ScopePath((isRoot() ? "" : text) + "/" + kind.word() + ":" + name);
  }

  /// Whether this is `/`.
  public boolean isRoot() {
    return text.length() == 1;
  }

  /// What kind of scope the path's end is.
  public ScopeKind kind() {
    if (isRoot()) {
      return ScopeKind.GLOBAL;
    }
    int slash = text.lastIndexOf('/');
    return kindOf(text, slash + 1, text.indexOf(':', slash)).orElseThrow();
  }

  /// The name of the path's end; `/` for the root.
  public String name() {
    return isRoot() ? text : text.substring(text.indexOf(':', text.lastIndexOf('/')) + 1);
  }

  /// The path one step up; empty for the root.
  public Optional<ScopePath> parent() {
    if (isRoot()) {
      return Optional.empty();
    }
    int slash = text.lastIndexOf('/');
    return Optional.of(slash == 0 ? ROOT : new ScopePath(text.substring(0, slash)));
  }

  /// Every scope from `/` down to and including this one.
  public List<ScopePath> chain() {
    List<ScopePath> chain = new ArrayList<>();
    chain.add(ROOT);
    if (!isRoot()) {
      for (int slash = text.indexOf('/', 1); slash >= 0; slash = text.indexOf('/', slash + 1)) {
        chain.add(new ScopePath(text.substring(0, slash)));
      }
      chain.add(this);
    }
    return List.copyOf(chain);
  }

  /// How many steps below `/` the path's end is; 0 for the root, at most 5.
  public int depth() {
    if (isRoot()) {
      return 0;
    }
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) == '/') {
        depth++;
      }
    }
    return depth;
  }

  /// Whether this scope is `other` or lies somewhere below it.
  public boolean isWithin(ScopePath other) {
    return other.isRoot()
        || text.equals(other.text)
        || (text.startsWith(other.text) && text.charAt(other.text.length()) == '/');
  }

  @Override
  public int compareTo(ScopePath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private static void check(String text) {
    if (text.isEmpty() || text.charAt(0) != '/') {
      throw new InvalidValueException("a path starts with '/', for example /user:ada: " + text);
    }
    ScopeKind above = ScopeKind.GLOBAL;
    int at = 1;
    while (at < text.length() || (at == text.length() && at > 1)) {
      int colon = text.indexOf(':', at);
      int segmentEnd = endOfSegment(text, at);
      if (colon < 0 || colon > segmentEnd) {
        throw new InvalidValueException("expected kind:name at position %d of %s", at, text);
      }
      ScopeKind kind = kindAt(text, at, colon);
      if (kind.compareTo(above) <= 0) {
        throw new InvalidValueException(
            "%s cannot stand below %s at position %d of %s (rule S1)", kind, above, at, text);
      }
      checkName(text, colon + 1, segmentEnd);
      above = kind;
      at = segmentEnd + 1;
    }
  }

  private static int endOfSegment(String text, int from) {
    int slash = text.indexOf('/', from);
    return slash < 0 ? text.length() : slash;
  }

  private static ScopeKind kindAt(String text, int from, int to) {
    Optional<ScopeKind> kind = kindOf(text, from, to);
    if (kind.isEmpty()) {
      throw new InvalidValueException(
          "'%s' at position %d of %s is no kind of scope; kinds are user, session, swarm, run,"
              + " step",
          text.substring(from, to), from, text);
    }
    return kind.get();
  }

  private static Optional<ScopeKind> kindOf(String text, int from, int to) {
    for (ScopeKind kind : KINDS) {
      String word = kind.word();
      if (word.length() == to - from && text.startsWith(word, from)) {
        return KIND_FOUND.get(kind.ordinal());
      }
    }
    return Optional.empty();
  }

  private static final List<ScopeKind> KINDS =
      List.of(ScopeKind.USER, ScopeKind.SESSION, ScopeKind.SWARM, ScopeKind.RUN, ScopeKind.STEP);

  private static final List<Optional<ScopeKind>> KIND_FOUND =
      List.of(ScopeKind.values()).stream().map(Optional::of).toList();

  private static void checkName(String text, int from, int to) {
    if (to == from || to - from > NAME_LENGTH_MAX) {
      throw new InvalidValueException(
          "a name has 1 to %d characters, not %d, at position %d of %s (rule S2)",
          NAME_LENGTH_MAX, to - from, from, text);
    }
    for (int at = from; at < to; at++) {
      if (!isNameCharacter(text.charAt(at))) {
        throw new InvalidValueException(
            "'%s' at position %d of %s is not allowed in a name (rule S2)",
            Character.toString(text.charAt(at)), at, text);
      }
    }
  }

  /// Whether `character` may stand in the name of a scope or pool (rule S2).
  static boolean isNameCharacter(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || NAME_SIGNS.indexOf(character) >= 0;
  }
}
