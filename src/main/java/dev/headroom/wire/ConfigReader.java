package dev.headroom.wire;

import dev.headroom.model.Change;
import dev.headroom.model.Config;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Limit;
import dev.headroom.model.LimitKey;
import dev.headroom.model.Pool;
import dev.headroom.model.PoolId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the nodes of a config document mean as a whole: its settings, and what no limit or pool can
/// know of itself.
final class ConfigReader {
  private static final Form<ZoneId> ZONE =
      Form.text("a time zone such as UTC or Europe/Berlin", ConfigReader::zone);
  private static final Form<Settings> SETTINGS =
      Form.mapping(
          List.of("timeZone", "agingInterval", "starvationInterval", "alertDelay"),
          ConfigReader::settings);
  private static final Form<Config> CONFIG =
      Form.mapping(List.of("settings", "limits", "pools"), ConfigReader::config);

  private ConfigReader() {}

  static Optional<Config> read(Node root, Problems problems) {
    return CONFIG.read(root, new Place("", problems));
  }

  private static Optional<Config> config(Members members) {
    Optional<Settings> settings = members.optional("settings", SETTINGS);
    List<Located<Limit>> limits =
        members.optional("limits", Form.list(LimitForm.LIMIT)).orElseGet(List::of);
    List<Located<Pool>> pools =
        members.optional("pools", Form.list(PoolForm.POOL)).orElseGet(List::of);
    refuseTwins(limits);
    refuseCrowds(limits);
    refuseSameIds(pools);
    refuseRivals(pools);
    return members.construct(() ->
        new Config(
            settings.orElse(Settings.DEFAULT),
            limits.stream().map(Located::value).toList(),
            pools.stream().map(Located::value).toList()));
  }

  private static Optional<Settings> settings(Members members) {
    Settings standard = Settings.DEFAULT;
    var timeZone = members.optional("timeZone", ZONE);
    var aging =
        members.optional(
            "agingInterval", Form.duration().as(interval -> Settings.requireInterval(interval)));
    var starvation =
        members.optional(
            "starvationInterval",
            Form.duration().as(interval -> Settings.requireInterval(interval)));
    var delay =
        members.optional("alertDelay", Form.duration().as(wait -> Settings.requireDelay(wait)));
    return members.construct(() ->
        new Settings(
            timeZone.orElse(standard.timeZone()),
            aging.orElse(standard.agingInterval()),
            starvation.orElse(standard.starvationInterval()),
            delay.orElse(standard.alertDelay())));
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException unknown) {
      List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
      throw new InvalidValueException(
          "must be a time zone such as UTC or Europe/Berlin, not "
              + id
              + Nearest.question(id, known));
    }
  }

  /// L1: a scope has one limit per type and period.
  private static void refuseTwins(List<Located<Limit>> limits) {
    record Identity(ScopePath path, LimitKey key) {}
    Map<Identity, Located<Limit>> first = new HashMap<>();
    for (Located<Limit> limit : limits) {
      Identity identity = new Identity(limit.value().path(), limit.value().key());
      Located<Limit> before = first.putIfAbsent(identity, limit);
      if (before != null) {
        limit.refuse(
            "is a second limit of "
                + identity.path()
                + " for "
                + identity.key()
                + ", the first is on line "
                + before.line()
                + "; remove one or change its period");
      }
    }
  }

  private static void refuseCrowds(List<Located<Limit>> limits) {
    Map<ScopePath, Integer> counts = new HashMap<>();
    for (Located<Limit> limit : limits) {
      int count = counts.merge(limit.value().path(), 1, Integer::sum);
      if (count == Change.LIMITS_PER_SCOPE_MAX + 1) {
        limit.refuse("is one too many; a scope has at most " + Change.LIMITS_PER_SCOPE_MAX);
      }
    }
  }

  private static void refuseSameIds(List<Located<Pool>> pools) {
    Map<PoolId, Located<Pool>> first = new HashMap<>();
    for (Located<Pool> pool : pools) {
      Located<Pool> before = first.putIfAbsent(pool.value().id(), pool);
      if (before != null) {
        pool.refuse(
            "is a second pool called "
                + pool.value().id()
                + ", the first is on line "
                + before.line()
                + "; give it another id");
      }
    }
  }

  /// P2: a scope's line is served by *the* pool of its type at the nearest scope.
  private static void refuseRivals(List<Located<Pool>> pools) {
    record Stock(ScopePath path, ResourceType type) {}
    Map<Stock, Located<Pool>> first = new HashMap<>();
    for (Located<Pool> pool : pools) {
      Stock stock = new Stock(pool.value().path(), pool.value().type());
      Located<Pool> before = first.putIfAbsent(stock, pool);
      if (before != null) {
        pool.refuse(
            "is a second pool of "
                + stock.type()
                + " at "
                + stock.path()
                + ", the first is on line "
                + before.line()
                + "; a scope has one pool per type");
      }
    }
  }
}
