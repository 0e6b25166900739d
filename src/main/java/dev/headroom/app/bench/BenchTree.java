package dev.headroom.app.bench;

import dev.headroom.model.Amount;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Limit;
import dev.headroom.model.Outcome;
import dev.headroom.model.Period;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopeKind;
import dev.headroom.model.ScopePath;
import dev.headroom.node.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A tree in which every user has 2 sessions of 3 swarms of 4 runs of 5 steps, with a limit for
/// each of the eight types at every scope: half of the spent ones per day, half per lifetime.
final class BenchTree {
  private static final int SESSIONS = 2;
  private static final int SWARMS = 3;
  private static final int RUNS = 4;
  private static final int STEPS = 5;
  private static final int SCOPES_PER_USER = 1 + SESSIONS * (1 + SWARMS * (1 + RUNS * (1 + STEPS)));
  private static final int CHANGES_PER_COMMAND = 1000;
  private static final int REFERENCE_BYTES = 4;

  /// No tree at all: every leaf is the root, which has no limits.
  static final BenchTree ROOT_ONLY = rootOnly();

  private final Node node;
  private final List<Change> changes = new ArrayList<>();
  private final List<ScopePath> leaves = new ArrayList<>();
  private final List<ScopePath> users = new ArrayList<>();
  private int scopes;

  private BenchTree(Node node) {
    this.node = node;
  }

  /// Builds a tree of about `scopes` scopes in `node`.
  static BenchTree build(int scopes, Node node) {
    BenchTree tree = new BenchTree(node);
    tree.addUsers(Math.max(1, (scopes - 1) / SCOPES_PER_USER));
    tree.flush();
    return tree;
  }

  private static BenchTree rootOnly() {
    BenchTree tree = new BenchTree(Node.onSystemClock());
    tree.leaves.add(ScopePath.ROOT);
    return tree;
  }

  ScopePath leaf(SplittableRandom random) {
    return leaves.get(random.nextInt(leaves.size()));
  }

  /// The scopes right below the root.
  List<ScopePath> users() {
    return List.copyOf(users);
  }

  int scopes() {
    return scopes;
  }

  /// What the list of leaves takes; the paths themselves are the engine's.
  long ownBytes() {
    return (long) leaves.size() * REFERENCE_BYTES;
  }

  private void addUsers(int count) {
    limit(ScopePath.ROOT);
    for (int at = 0; at < count; at++) {
      ScopePath user = ScopePath.ROOT.child(ScopeKind.USER, "u" + at);
      limit(user);
      users.add(user);
      for (int session = 0; session < SESSIONS; session++) {
        addSession(user.child(ScopeKind.SESSION, "s" + session));
      }
    }
  }

  private void addSession(ScopePath session) {
    limit(session);
    for (int at = 0; at < SWARMS; at++) {
      ScopePath swarm = session.child(ScopeKind.SWARM, "w" + at);
      limit(swarm);
      for (int run = 0; run < RUNS; run++) {
        addRun(swarm.child(ScopeKind.RUN, "r" + run));
      }
    }
  }

  private void addRun(ScopePath run) {
    limit(run);
    for (int at = 0; at < STEPS; at++) {
      ScopePath step = run.child(ScopeKind.STEP, "t" + at);
      limit(step);
      leaves.add(step);
    }
  }

  private void limit(ScopePath path) {
    changes.add(new Change.PutLimits(path, limits(path, Map.of()), 0));
    scopes++;
    if (changes.size() == CHANGES_PER_COMMAND) {
      flush();
    }
  }

  /// A limit for each type at `path`: as wide as can be, but for those of `narrow`.
  static List<Limit> limits(ScopePath path, Map<ResourceType, Long> narrow) {
    List<Limit> limits = new ArrayList<>();
    for (ResourceType type : ResourceType.ALL) {
      Limit.Terms terms = Limit.Terms.hard(narrow.getOrDefault(type, Amount.MAX));
      boolean daily = type.isSpent() && type.ordinal() % 2 == 1;
      limits.add(new Limit(path, type, daily ? terms.per(new Period(1, Period.Unit.DAY)) : terms));
    }
    return limits;
  }

  private void flush() {
    if (changes.isEmpty()) {
      return;
    }
    RequestId id = new RequestId("tree-" + scopes);
    var answer = node.submit(new Command.ApplyChanges(id, changes, "bench", "the tree"));
    if (!(answer instanceof Outcome.ConfigChanged)) {
      throw new IllegalStateException("refused: " + answer);
    }
    changes.clear();
  }
}
