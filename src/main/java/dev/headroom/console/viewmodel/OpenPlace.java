package dev.headroom.console.viewmodel;

import dev.headroom.client.Instance;
import java.util.Optional;

/// A place that was opened and can be looked at. Any thread may use it.
///
/// @param at where it is; empty for an instance that whoever made the window brought along
/// @param instance what is there
/// @param sandbox the controls of the simulation, if it is one
/// @param remark what there is to say about how it was opened; empty for nothing
/// @param release lets go of it; may take its time
public record OpenPlace(
    Optional<Place> at,
    Instance instance,
    Optional<SandboxControl> sandbox,
    String remark,
    Runnable release) {

  /// How it is told from others, if somebody has said how.
  public Optional<PlaceMark> mark() {
    return at.flatMap(place ->
        place instanceof Place.Remote(var connection, _)
            ? Optional.of(connection.mark())
            : Optional.empty());
  }

  /// An instance that whoever made the window brought along, and closes.
  public static OpenPlace of(Instance instance, Optional<SandboxControl> sandbox) {
    return new OpenPlace(Optional.empty(), instance, sandbox, "", () -> {});
  }
}
