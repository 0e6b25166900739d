package dev.headroom.history;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.history.rollup.Retention;
import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The events of a random history, spread over any span of time and told in any time zone.
record Told(List<Event> events) {
  /// Nothing is ever too old.
  static final Retention EVERYTHING =
      new Retention(
          Duration.ofDays(100_000), Duration.ofDays(100_000), Duration.ofDays(100_000), 10_000_000);

  private static final int COMMANDS = 400;

  private static final ZoneId[] ZONES = {
    ZoneId.of("UTC"),
    ZoneId.of("Europe/Berlin"),
    ZoneId.of("America/New_York"),
    ZoneId.of("Australia/Lord_Howe"),
    ZoneId.of("Asia/Kolkata"),
    ZoneId.of("America/Havana")
  };

  /// A time zone for a seed.
  static ZoneId zone(long seed) {
    return ZONES[(int) (seed % ZONES.length)];
  }

  /// A quarter of a year in which clocks are set, or the like elsewhere.
  static Told aboutClockChanges(long seed, ZoneId zone) {
    Instant from = LocalDate.of(2026, seed % 2 == 0 ? 3 : 10, 3).atStartOfDay(zone).toInstant();
    Told once = of(seed, COMMANDS, from, 1);
    long length = Math.max(1, ChronoUnit.MILLIS.between(once.first(), once.last()));
    long stretch = Math.max(1, Duration.ofDays(70).toMillis() / length);
    return of(seed, COMMANDS, from, stretch).in(zone);
  }

  /// The events of a seed, from an instant on.
  ///
  /// @param stretch by how much slower everything goes
  static Told of(long seed, int commands, Instant from, long stretch) {
    List<Event> events = new ArrayList<>();
    Engine engine = new Engine(events::add, RealHistory.REMEMBERED_REQUESTS);
    RealHistory.of(seed, commands).forEach(said -> engine.apply(said.at(), said.command()));
    long first = events.isEmpty() ? 0 : events.getFirst().at().toEpochMilli();
    return new Told(
        events.stream()
            .map(event ->
                new Event(
                    event.sequence(),
                    from.plusMillis((event.at().toEpochMilli() - first) * stretch),
                    event.body()))
            .toList());
  }

  /// The same in a time zone, whatever zones were set.
  Told in(ZoneId zone) {
    List<Event> told = new ArrayList<>();
    Settings settings =
        new Settings(zone, Settings.DEFAULT.agingInterval(), Settings.DEFAULT.starvationInterval());
    Change there = new Change.PutSettings(settings, 0);
    told.add(new Event(1, events.getFirst().at(), changed(List.of(there))));
    for (Event event : events) {
      Event.Body body = event.body();
      if (body instanceof Event.ConfigChanged(var _, var _, var changes, var _, var _)) {
        body =
            changed(
                changes.stream().filter(each -> !(each instanceof Change.PutSettings)).toList());
      }
      told.add(new Event(told.size() + 1L, event.at(), body));
    }
    return new Told(told);
  }

  private static Event.Body changed(List<Change> changes) {
    return new Event.ConfigChanged(ScopePath.ROOT, 1, changes, "test", "test");
  }

  /// All scopes at which something happened, and those above.
  List<ScopePath> paths() {
    TreeSet<ScopePath> paths = new TreeSet<>();
    events.forEach(event -> paths.addAll(event.body().path().chain()));
    return List.copyOf(paths);
  }

  /// All scopes that ever had limits.
  List<ScopePath> limited() {
    TreeSet<ScopePath> paths = new TreeSet<>();
    for (Event event : events) {
      if (event.body() instanceof Event.ConfigChanged changed) {
        for (Change change : changed.changes()) {
          if (change instanceof Change.PutLimits put && !put.limits().isEmpty()) {
            paths.add(put.path());
          }
        }
      }
    }
    return List.copyOf(paths);
  }

  Instant first() {
    return events.getFirst().at();
  }

  Instant last() {
    return events.getLast().at();
  }
}
