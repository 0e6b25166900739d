package dev.headroom.console.viewmodel;

import dev.headroom.client.InstanceInfo;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// What is known of the instance on show: what it is called, where it lives, by whose clocks it
/// tells times. For the UI thread only.
final class Identity {
  private final OpenPlace place;
  private Optional<InstanceInfo> info = Optional.empty();
  private boolean current;

  /// Of an instance that has not said anything of itself.
  ///
  /// @param place where it is
  Identity(OpenPlace place) {
    this.place = place;
  }

  /// It says this of itself.
  void learn(InstanceInfo said) {
    current = true;
    info = Optional.of(said);
  }

  /// Another instant is shown: what was said holds for that only if it is said again.
  void doubt() {
    current = false;
  }

  /// What it said last; empty where it has not said anything.
  Optional<InstanceInfo> info() {
    return info;
  }

  /// How its place is told from others, if somebody has said how.
  Optional<PlaceMark> mark() {
    return place.mark();
  }

  /// Why it takes no changes at the instant that is shown; empty where it does, or has not said.
  Optional<String> readOnlyCause() {
    return info.filter(_ -> current).flatMap(InstanceInfo::readOnlyCause);
  }

  ZoneId zone() {
    return info.map(InstanceInfo::timeZone).orElse(ZoneOffset.UTC);
  }

  /// What it is called, and where it lives.
  String text() {
    return info.map(known ->
            Wording.text("instance." + known.kind().name(), place.nameHere().orElse(known.name())))
        .orElse(Wording.text("instance.unknown"));
  }
}
