package dev.headroom.app.picture;

import dev.headroom.app.window.DesktopPlaces;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Finding;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Places that stay in the state that a picture is about. Any thread may use it.
final class PicturedPlaces implements Places {
  static final Connection PRODUCTION =
      new Connection(
          "production",
          new PlaceMark("acme-eu", PlaceMark.Colour.RED, true),
          new Connection.Server("https://headroom.acme.example:7420", Optional.empty(), false),
          true);

  /// What a console in daily use has attached to.
  static final List<Connection> CONNECTIONS =
      List.of(
          PRODUCTION,
          new Connection(
              "staging",
              new PlaceMark("acme-staging", PlaceMark.Colour.AMBER, false),
              new Connection.Server("https://staging.acme.example:7420", Optional.empty(), false),
              false),
          new Connection(
              "bench",
              new PlaceMark("bench", PlaceMark.Colour.VIOLET, false),
              new Connection.Server("http://127.0.0.1:7420", Optional.empty(), false),
              true));

  private static final List<Finding> ON_THE_WAY =
      List.of(
          new Finding.Reached("headroom.acme.example:7420", Duration.ofMillis(14)),
          new Finding.Encrypted("TLSv1.3", "Acme Root CA", Instant.parse("2027-03-31T00:00:00Z")));

  private static final double SHARE = 0.42;
  private static final long COMMANDS = 1_930_000;

  private volatile boolean inUse;
  private volatile boolean stranger;

  /// Whether another process has every folder from now on; otherwise opening one takes for ever.
  void setInUse(boolean now) {
    inUse = now;
  }

  /// Whether no server knows the token from now on; otherwise attaching takes for ever.
  void setStranger(boolean now) {
    stranger = now;
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
    if (place instanceof Place.Remote) {
      ON_THE_WAY.forEach(progress::found);
      if (stranger) {
        progress.found(new Finding.Failed(Finding.Step.TOKEN, Finding.Problem.STRANGER, ""));
        return new Opening.Unusable(Trouble.UNATTACHABLE, "");
      }
      progress.found(new Finding.LetIn("admin", ScopePath.ROOT));
      return awaitCancelled(cancellation);
    }
    progress.at(SHARE, COMMANDS);
    return awaitCancelled(cancellation);
  }

  private static Opening awaitCancelled(Cancellation cancellation) {
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
