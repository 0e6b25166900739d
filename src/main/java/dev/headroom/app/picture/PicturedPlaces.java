package dev.headroom.app.picture;

import dev.headroom.app.window.DesktopPlaces;
import dev.headroom.client.Cancellation;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.console.viewmodel.SandboxControl;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Places that stay in the state that a picture is about. Any thread may use it.
final class PicturedPlaces implements Places {
  static final Connection PRODUCTION =
      new Connection(
          new PlaceMark("acme-eu", PlaceMark.Colour.RED, true),
          new Connection.Server("https://headroom.acme.example:7420", Optional.empty(), false),
          true);

  private static final double SHARE = 0.42;
  private static final long COMMANDS = 1_930_000;

  private volatile boolean inUse;

  /// Whether another process has every folder from now on; otherwise opening one takes for ever.
  void setInUse(boolean now) {
    inUse = now;
  }

  @Override
  public List<SandboxControl.Scenario> scenarios() {
    return new DesktopPlaces().scenarios();
  }

  @Override
  public Opening open(Place place, Progress progress, Cancellation cancellation) {
    if (inUse) {
      return new Opening.Unusable(
          Trouble.IN_USE,
          "/srv/headroom/production is in use by another instance of Headroom;"
              + " close that one, or name another folder");
    }
    progress.at(SHARE, COMMANDS);
    try {
      while (!cancellation.isCancelled()) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return new Opening.Cancelled();
  }
}
