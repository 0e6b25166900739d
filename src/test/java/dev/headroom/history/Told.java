package dev.headroom.history;

import dev.headroom.engine.Engine;
import dev.headroom.engine.history.RealHistory;
import dev.headroom.model.Change;
import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Settings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The events of a random history, spread over any span of time and told in any time zone.
record Told(List<Event> events) {
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

  Instant first() {
    return events.getFirst().at();
  }

  Instant last() {
    return events.getLast().at();
  }
}
