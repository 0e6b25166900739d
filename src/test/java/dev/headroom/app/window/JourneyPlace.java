package dev.headroom.app.window;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.EmbeddedInstance;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.RemoteInstance;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.model.Secret;
import dev.headroom.node.MachineClock;
import dev.headroom.node.Node;
import java.nio.file.Path;
import java.util.Optional;

/// Where an administrator works.
enum JourneyPlace {
  SANDBOX("in the sandbox") {
    @Override
    Site open(Path folder, Pace pace) {
      var node = new Node(MachineClock.source());
      var instance = new EmbeddedInstance("sandbox", InstanceInfo.Kind.SANDBOX, node);
      return new Site(
          OpenPlace.of(instance, Optional.empty()),
          instance,
          () -> {
            instance.close();
            node.close();
          });
    }
  },

  /// A real one on this machine, where others are its clients too.
  SERVER("on a server") {
    @Override
    Site open(Path folder, Pace pace) {
      var server = new ServedFolder(folder.resolve("acme"));
      var address =
          new Connection.Server("http://127.0.0.1:" + server.port(), Optional.empty(), false);
      var mark = new PlaceMark("acme", PlaceMark.Colour.GREEN, false);
      var place =
          new Place.Remote(
              new Connection("acme", mark, address, false),
              Optional.of(new Secret(server.address().token().text())));
      Places.Opening opening =
          new DesktopPlaces(new KeptTokens(folder), pace)
              .open(place, (_, _) -> {}, new Cancellation());
      RemoteInstance colleague = server.client();
      return new Site(
          ((Places.Opening.Opened) opening).place(),
          colleague,
          () -> {
            colleague.close();
            server.close();
          });
    }
  };

  /// An instance of its own.
  ///
  /// @param place how the console sees it
  /// @param colleague how others see it
  /// @param close ends it
  record Site(OpenPlace place, Instance colleague, Runnable close) {}

  private final String words;

  JourneyPlace(String words) {
    this.words = words;
  }

  /// Makes one.
  ///
  /// @param folder where it may keep files
  /// @param pace how long to wait for a server
  abstract Site open(Path folder, Pace pace);

  @Override
  public String toString() {
    return words;
  }
}
