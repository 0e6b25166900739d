package dev.headroom.console.viewmodel.graph;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Rows;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.WaitRow;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Conflict;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.ScopePath;
import dev.headroom.model.WaitStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the graph of those who wait. Where they are too many, the constraints with most of them
/// are shown, and of each the first in line and those who hold something that others wait for; the
/// rest of a line is one node.
final class WaitGraphWriter {
  /// Most constraints that are shown.
  static final int CONSTRAINTS_MAX = 8;

  /// Most of a line that are shown each by itself.
  static final int LINE_MAX = 5;

  private final Instant now;
  private final Map<String, WaitNode> nodes = new LinkedHashMap<>();
  private final Set<WaitEdge> edges = new LinkedHashSet<>();
  private final Map<ScopePath, List<WaitStatus>> waits = new HashMap<>();
  private final Map<ScopePath, Long> holds = new LinkedHashMap<>();

  private WaitGraphWriter(Instant now) {
    this.now = now;
  }

  /// @param waiting those who wait, as many as are known
  /// @param total how many wait in all
  /// @param broken deadlocks that were broken lately
  static WaitGraph write(
      List<WaitStatus> waiting, int total, List<Conflict.Decision> broken, Instant now) {
    return new WaitGraphWriter(now).graph(waiting, total, broken);
  }

  private WaitGraph graph(List<WaitStatus> waiting, int total, List<Conflict.Decision> broken) {
    Map<ConstraintRef, List<WaitStatus>> lines = new LinkedHashMap<>();
    for (WaitStatus wait : waiting) {
      lines.computeIfAbsent(wait.at(), _ -> new ArrayList<>()).add(wait);
      waits.computeIfAbsent(wait.path(), _ -> new ArrayList<>()).add(wait);
      wait.blockers().forEach(held -> holds.putIfAbsent(held.path(), held.reserved()));
    }
    List<List<WaitStatus>> longest =
        lines.values().stream()
            .sorted(Comparator.comparingInt(line -> -line.getFirst().waiting()))
            .limit(CONSTRAINTS_MAX)
            .toList();
    longest.forEach(this::line);
    broken.forEach(this::broken);
    List<WaitEdge> marked = marked();
    boolean circle = marked.stream().anyMatch(edge -> edge.kind() == WaitEdge.Kind.CIRCLE);
    return new WaitGraph(List.copyOf(nodes.values()), marked, remark(lines.size(), total, circle));
  }

  private String remark(int lines, int total, boolean circle) {
    if (circle) {
      return Wording.text("graph.circle");
    }
    return lines > CONSTRAINTS_MAX
        ? Wording.text("graph.folded", CONSTRAINTS_MAX, Figures.whole(total))
        : "";
  }

  private void line(List<WaitStatus> line) {
    WaitStatus first = line.getFirst();
    String constraint = constraint(first.at(), Optional.of(first));
    int shown = 0;
    for (WaitStatus wait : line) {
      if (shown < LINE_MAX || holds.containsKey(wait.path())) {
        edges.add(new WaitEdge(waiter(wait), constraint, WaitEdge.Kind.WAITS));
        shown++;
      }
    }
    int hidden = first.waiting() - shown;
    if (hidden > 0) {
      String key = constraint + "#";
      String text = Wording.text("graph.more", Figures.whole(hidden));
      String address = first.at().path().text();
      nodes.put(
          key,
          new WaitNode(
              key,
              WaitNode.Kind.MORE,
              text,
              "",
              Wording.text("graph.more.sentence", Figures.whole(hidden), title(first.at())),
              address,
              Level.UNBOUNDED,
              Optional.empty()));
      edges.add(new WaitEdge(key, constraint, WaitEdge.Kind.WAITS));
    }
    for (WaitStatus.Blocker held : first.blockers()) {
      if (!waitsAt(held.path(), first.at())) {
        String holds = holds(first, held.reserved());
        edges.add(new WaitEdge(constraint, holder(held.path(), holds), WaitEdge.Kind.HELD_BY));
      }
    }
  }

  /// Whether a scope waits at a constraint. If it also holds some of that, it says so itself.
  private boolean waitsAt(ScopePath path, ConstraintRef at) {
    return waits.getOrDefault(path, List.of()).stream().anyMatch(wait -> wait.at().equals(at));
  }

  private static String holds(WaitStatus wait, long reserved) {
    return Wording.text("graph.holds", Figures.amountWithUnit(wait.type(), reserved));
  }

  private String waiter(WaitStatus wait) {
    String key = wait.path().text();
    List<WaitStatus> all = waits.getOrDefault(wait.path(), List.of(wait));
    WaitRow row = Rows.waiting(wait, Optional.empty(), now);
    String needs = Figures.amountWithUnit(wait.type(), wait.requested());
    String more =
        all.size() == 1
            ? row.waited()
            : Wording.text("graph.needs.more", Figures.whole(all.size() - 1L));
    String rest =
        wait.blockers().stream()
            .filter(held -> held.path().equals(wait.path()))
            .findFirst()
            .map(held -> holds(wait, held.reserved()))
            .orElse(more);
    String detail = Wording.text("graph.needs", needs, rest);
    nodes.put(
        key,
        new WaitNode(
            key,
            WaitNode.Kind.WAITER,
            name(wait.path()),
            detail,
            Wording.text(
                "graph.waiter.sentence",
                name(wait.path()),
                Figures.exact(wait.type(), wait.requested()),
                title(wait.at()),
                row.place(),
                row.waited()),
            key,
            wait.starves() ? Level.CRITICAL : Level.UNBOUNDED,
            Optional.of(row)));
    return key;
  }

  private String holder(ScopePath path, String detail) {
    String key = path.text();
    WaitNode known = nodes.get(key);
    if (known == null || known.kind() != WaitNode.Kind.WAITER) {
      nodes.put(
          key,
          new WaitNode(
              key,
              WaitNode.Kind.HOLDER,
              name(path),
              detail,
              Wording.text("graph.holder.sentence", name(path), detail),
              key,
              Level.UNBOUNDED,
              Optional.empty()));
    }
    return key;
  }

  private String constraint(ConstraintRef at, Optional<WaitStatus> wait) {
    String key = at.toString();
    String free =
        wait.map(first ->
                Wording.text(
                    "graph.free",
                    Figures.amountWithUnit(first.type(), Math.max(0, first.free())),
                    Figures.count(first.waiting())))
            .orElse("");
    nodes.putIfAbsent(
        key,
        new WaitNode(
            key,
            WaitNode.Kind.CONSTRAINT,
            title(at),
            free,
            Wording.text("graph.constraint.sentence", title(at), free),
            at.path().text(),
            wait.isPresent() ? Level.EXHAUSTED : Level.UNBOUNDED,
            Optional.empty()));
    return key;
  }

  /// A circle that stands no more: whoever was denied for it no longer waits.
  private void broken(Conflict.Decision decision) {
    List<Conflict.Wait> circle = decision.cycle();
    String ago = Times.ago(now, decision.at());
    for (int at = 0; at < circle.size(); at++) {
      Conflict.Wait wait = circle.get(at);
      Conflict.Wait next = circle.get((at + 1) % circle.size());
      boolean denied = decision.path().equals(wait.path());
      String detail = denied ? Wording.text("graph.denied", ago) : Wording.text("graph.freed", ago);
      String constraint = constraint(wait.at(), Optional.empty());
      edges.add(new WaitEdge(holder(wait.path(), detail), constraint, WaitEdge.Kind.BROKEN));
      edges.add(new WaitEdge(constraint, next.path().text(), WaitEdge.Kind.BROKEN));
    }
  }

  private List<WaitEdge> marked() {
    List<WaitEdge> standing =
        edges.stream().filter(edge -> edge.kind() != WaitEdge.Kind.BROKEN).toList();
    Circles circles = new Circles(standing);
    Map<List<String>, WaitEdge> marked = new LinkedHashMap<>();
    for (WaitEdge edge : edges) {
      boolean part = edge.kind() != WaitEdge.Kind.BROKEN && circles.isPart(edge);
      marked.putIfAbsent(
          List.of(edge.from(), edge.to()),
          part ? new WaitEdge(edge.from(), edge.to(), WaitEdge.Kind.CIRCLE) : edge);
    }
    return List.copyOf(marked.values());
  }

  /// A scope as one calls it, after the one that it is in: many steps are called alike.
  private static String name(ScopePath path) {
    String own = Phrases.scope(path);
    return path.parent()
        .filter(parent -> !parent.isRoot())
        .map(parent -> Wording.text("graph.name", parent.name(), own))
        .orElse(own);
  }

  private static String title(ConstraintRef at) {
    return Wording.text("wait.at", Phrases.scope(at.path()), Phrases.constraint(at));
  }

  /// Whether a decision broke a circle, and not so long ago that nobody cares.
  static boolean isRecent(Conflict.Decision decision, Instant now) {
    return !decision.cycle().isEmpty() && decision.at().isAfter(now.minus(Duration.ofMinutes(10)));
  }
}
