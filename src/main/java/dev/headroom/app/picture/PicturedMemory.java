package dev.headroom.app.picture;

import dev.headroom.console.viewmodel.Memory;
import dev.headroom.console.viewmodel.Motion;
import dev.headroom.console.viewmodel.Noticed;
import dev.headroom.console.viewmodel.Preferences;
import dev.headroom.console.viewmodel.Remembered;
import dev.headroom.console.viewmodel.TreeLook;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a console in daily use remembers, so that a picture of it has something to show; keeps
/// nothing.
final class PicturedMemory implements Memory {
  @Override
  public Recalled recall() {
    var all =
        new Remembered(
            List.of(Path.of("/srv/headroom/production"), Path.of("/home/ada/headroom/staging")),
            List.of(Path.of("/home/ada/outage-on-monday.headroom-recording")),
            PicturedPlaces.CONNECTIONS,
            TreeLook.USUAL,
            List.of(),
            Preferences.USUAL
                .withToured(true)
                .withNoticed(Noticed.NOTHING)
                .withMotion(Motion.REDUCED));
    return new Recalled(all, "");
  }

  @Override
  public Optional<String> keep(Remembered all) {
    return Optional.empty();
  }
}
