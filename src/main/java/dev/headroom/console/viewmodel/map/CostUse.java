package dev.headroom.console.viewmodel.map;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.console.viewmodel.BarReading;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Readings;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Money;
import dev.headroom.model.ScopePath;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import dev.headroom.model.report.ChildUsage;
import dev.headroom.model.report.UsageQuery;
import dev.headroom.model.report.UsageReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out what the scopes directly below one have cost today: reports compare one level at a
/// time.
final class CostUse {
  private static final int CHILDREN_MAX = 300;

  private final UsageReport report;
  private final Map<ScopePath, ScopeStatus> pressed;

  private CostUse(UsageReport report, Map<ScopePath, ScopeStatus> pressed) {
    this.report = report;
    this.pressed = pressed;
  }

  static MapReading ask(Instance instance, ScopePath path) {
    InstanceInfo info = instance.info();
    Instant now = info.now();
    Instant begin =
        now.atZone(info.timeZone()).toLocalDate().atStartOfDay(info.timeZone()).toInstant();
    var query = new UsageQuery(path, begin, now.plusMillis(1), Optional.empty(), CHILDREN_MAX);
    Reply<UsageReport> reply = instance.usage(query);
    if (!(reply instanceof Reply.Decided<UsageReport>(var report))) {
      return new MapReading.Failed(Phrases.problem(reply));
    }
    return new MapReading.Shown(new CostUse(report, pressed(instance, path)).focus());
  }

  /// Those that are nearest to a limit, the scope itself among them: of all others there is nothing
  /// to show.
  private static Map<ScopePath, ScopeStatus> pressed(Instance instance, ScopePath path) {
    Map<ScopePath, ScopeStatus> pressed = new HashMap<>();
    var query =
        new ScopeQuery(
            path, 1, ScopeQuery.Sort.PRESSURE, ScopeFilter.ALL, 0, ScopeQuery.COUNT_MAX / 10);
    if (instance.scopes(query) instanceof Reply.Decided<ScopePage>(var page)) {
      page.scopes().forEach(scope -> pressed.put(scope.path(), scope));
    }
    if (instance.scope(path) instanceof Reply.Decided<ScopeStatus>(var focus)) {
      pressed.put(path, focus);
    }
    return pressed;
  }

  private UseCell focus() {
    List<UseCell> below =
        report.children().stream()
            .filter(child -> child.cost().micros() > 0)
            .map(child -> cell(child.path(), child.cost(), 0, List.of()))
            .toList();
    return cell(report.path(), report.costs().total(), childrenThatCost(), below);
  }

  /// Of those that are not compared it is not known whether they cost anything.
  private int childrenThatCost() {
    int compared = report.children().size();
    long costly = report.children().stream().filter(CostUse::costs).count();
    return costly < compared ? (int) costly : report.childrenInAll();
  }

  private static boolean costs(ChildUsage child) {
    return child.cost().micros() > 0;
  }

  private UseCell cell(ScopePath path, Money cost, int comparable, List<UseCell> below) {
    Optional<ScopeStatus> status = Optional.ofNullable(pressed.get(path));
    int children = below.isEmpty() ? status.map(ScopeStatus::children).orElse(0) : comparable;
    Optional<BarReading> bar =
        status
            .flatMap(scope -> Readings.bars(scope).stream().findFirst())
            .filter(one -> !one.inherited());
    String exact = Wording.text("map.credits", Figures.decimals(cost.credits()));
    String share =
        Wording.text(
            "map.sentence",
            Phrases.scope(path),
            exact,
            Figures.percent(cost.micros(), report.costs().total().micros()));
    return new UseCell(
        path.text(),
        false,
        path.name(),
        cost.micros(),
        bar.map(BarReading::level).orElse(Level.UNBOUNDED),
        Wording.text("map.credits", Figures.count(cost.credits().longValue())),
        exact,
        bar.map(own -> Wording.text("map.sentence.type", share, own.name(), own.percent()))
            .orElse(share),
        children,
        below);
  }
}
