package dev.headroom.app.window;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.model.Secret;
import java.util.Optional;
import javafx.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;

@DisplayName("The work of an administrator, on a server,")
final class ServerJourneysTest extends Journeys {
  private Optional<ServedFolder> served = Optional.empty();

  @Start
  void open(Stage stage) {
    var server = new ServedFolder(folder.resolve("acme"));
    served = Optional.of(server);
    var address =
        new Connection.Server("http://127.0.0.1:" + server.port(), Optional.empty(), false);
    var mark = new PlaceMark("acme", PlaceMark.Colour.GREEN, false);
    var place =
        new Place.Remote(
            new Connection("acme", mark, address, false),
            Optional.of(new Secret(server.address().token().text())));
    Places.Opening opening =
        new DesktopPlaces(new KeptTokens(folder), Pace.DEFAULT)
            .open(place, (_, _) -> {}, new Cancellation());
    var attached = (Places.Opening.Opened) opening;
    show(stage, attached.place(), server.folder().instance());
  }

  @Stop
  void close() {
    leave();
    served.orElseThrow().close();
  }
}
