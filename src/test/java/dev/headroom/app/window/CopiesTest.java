package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places.Opening;
import dev.headroom.model.Config;
import dev.headroom.model.Secret;
import dev.headroom.server.token.Role;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real server on this machine.
@DisplayName("A copy of an instance behind a server")
@Timeout(60)
final class CopiesTest {
  @TempDir private Path folder;
  private Optional<ServedFolder> served = Optional.empty();
  private Optional<DesktopPlaces> places = Optional.empty();

  @BeforeEach
  void serve() {
    served = Optional.of(new ServedFolder(folder.resolve("acme")));
    places = Optional.of(new DesktopPlaces(new KeptTokens(folder), Pace.DEFAULT));
    new JourneyWorld(served().folder().instance()).populate();
  }

  @AfterEach
  void close() {
    served().close();
  }

  @Test
  @DisplayName("has what the instance holds, for who may take a recording")
  void isWhole() {
    OpenPlace home = attach(Role.ADMIN);

    OpenPlace copy = opened(copy(home, new Cancellation()));

    assertThat(config(copy)).isEqualTo(config(home));
    assertThat(copy.instance().info().scopes()).isEqualTo(home.instance().info().scopes());
    assertThat(copy.origin().orElseThrow().demand()).isPresent();
    copy.release().run();
  }

  @Test
  @DisplayName("has the limits and pools alone, and says so, for who may not")
  void hasConfigAlone() {
    OpenPlace home = attach(Role.VIEWER);

    OpenPlace copy = opened(copy(home, new Cancellation()));

    assertThat(config(copy)).isEqualTo(config(home));
    assertThat(copy.origin().orElseThrow().demand()).isEmpty();
    copy.release().run();
  }

  @Test
  @DisplayName("is none when that is cancelled, and what was to be copied stays open")
  void isCancelled() {
    OpenPlace home = attach(Role.ADMIN);
    var cancellation = new Cancellation();
    cancellation.cancel();

    assertThat(copy(home, cancellation)).isEqualTo(new Opening.Cancelled());

    assertThat(config(home).limits()).isNotEmpty();
    home.release().run();
  }

  private ServedFolder served() {
    return served.orElseThrow();
  }

  private OpenPlace attach(Role role) {
    var server =
        new Connection.Server("http://127.0.0.1:" + served().port(), Optional.empty(), false);
    var mark = new PlaceMark("acme", PlaceMark.Colour.GREEN, false);
    var token = new Secret(served().token(role, "/"));
    var place = new Place.Remote(new Connection("acme", mark, server, false), Optional.of(token));
    return opened(open(place, new Cancellation()));
  }

  private Opening copy(OpenPlace home, Cancellation cancellation) {
    return open(new Place.Copy(home, home.instance().info().now()), cancellation);
  }

  private Opening open(Place place, Cancellation cancellation) {
    return places.orElseThrow().open(place, (_, _) -> {}, cancellation);
  }

  private static OpenPlace opened(Opening opening) {
    return ((Opening.Opened) opening).place();
  }

  private static Config config(OpenPlace place) {
    Reply<VersionedConfig> reply = place.instance().config();
    assertThat(reply).isInstanceOf(Reply.Decided.class);
    return ((Reply.Decided<VersionedConfig>) reply).value().config();
  }
}
