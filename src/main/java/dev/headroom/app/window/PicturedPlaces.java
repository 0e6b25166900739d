package dev.headroom.app.window;

import dev.headroom.client.Cancellation;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.sandbox.Sandbox;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Places that stay in the state that a picture is about.
final class PicturedPlaces implements Places {
  private static final double SHARE = 0.42;
  private static final long COMMANDS = 1_930_000;

  static final Connection PRODUCTION =
      new Connection(
          new PlaceMark("acme-eu", PlaceMark.Colour.RED, true),
          new Connection.Server("https://headroom.acme.example:7420", Optional.empty(), false),
          true);

  private final ConsolePicture.Page page;

  PicturedPlaces(ConsolePicture.Page page) {
    this.page = page;
  }

  /// What is played, as if it were a production behind a server.
  static OpenPlace production(Sandbox sandbox) {
    var instance =
        new EmbeddedInstance(PRODUCTION.name(), InstanceInfo.Kind.REMOTE, sandbox.node());
    var at = new Place.Remote(PRODUCTION, Optional.empty());
    return new OpenPlace(Optional.of(at), instance, Optional.empty(), "", instance::close);
  }

  @Override
  public List<SandboxControl.Scenario> scenarios() {
    return new DesktopPlaces().scenarios();
  }

  @Override
  public Opening open(Place place, Progress progress, Cancellation cancellation) {
    if (page == ConsolePicture.Page.START_IN_USE) {
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
