package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import dev.headroom.model.ScopePath;
import java.nio.file.Path;
import java.util.Optional;

/// A place that was opened and can be looked at. Any thread may use it.
///
/// @param at where it is; empty for an instance that whoever made the window brought along
/// @param instance what is there
/// @param home the highest scope there that can be seen from here
/// @param sandbox the controls of the simulation, if it is one
/// @param remark what there is to say about how it was opened; empty for nothing
/// @param release lets go of it, and of what it is a copy of; may take its time
/// @param origin of what it is a copy, if it is one
public record OpenPlace(
    Optional<Place> at,
    Instance instance,
    ScopePath home,
    Optional<SandboxControl> sandbox,
    String remark,
    Runnable release,
    Optional<Origin> origin) {

  /// A place that is no copy of another.
  public OpenPlace(
      Optional<Place> at,
      Instance instance,
      ScopePath home,
      Optional<SandboxControl> sandbox,
      String remark,
      Runnable release) {
    this(at, instance, home, sandbox, remark, release, Optional.empty());
  }

  /// A place of which all can be seen.
  public OpenPlace(
      Optional<Place> at,
      Instance instance,
      Optional<SandboxControl> sandbox,
      String remark,
      Runnable release) {
    this(at, instance, ScopePath.ROOT, sandbox, remark, release);
  }

  /// How it is told from others, if somebody has said how.
  public Optional<PlaceMark> mark() {
    return connection().map(Connection::mark);
  }

  /// What it is called, for people.
  public String name() {
    return nameHere().orElseGet(() -> instance.info().name());
  }

  /// What it is called here, in the language that is spoken now, where that is not what the
  /// instance calls itself.
  Optional<String> nameHere() {
    return mark()
        .map(PlaceMark::name)
        .or(() -> recording().map(file -> String.valueOf(file.getFileName())))
        .or(() -> origin.map(from -> Wording.text("copy.title", from.place().name())))
        .or(() -> sandbox.map(SandboxControl::scenario));
  }

  /// How it is reached, where it is behind a server.
  public Optional<Connection> connection() {
    return at.flatMap(place ->
        place instanceof Place.Remote(var connection, _)
            ? Optional.of(connection)
            : Optional.empty());
  }

  /// Which recording it is, if it is one.
  public Optional<Path> recording() {
    return at.flatMap(place ->
        place instanceof Place.Recording(Path file) ? Optional.of(file) : Optional.empty());
  }

  /// An instance that whoever made the window brought along, and closes.
  public static OpenPlace of(Instance instance, Optional<SandboxControl> sandbox) {
    return new OpenPlace(Optional.empty(), instance, sandbox, "", () -> {});
  }
}
