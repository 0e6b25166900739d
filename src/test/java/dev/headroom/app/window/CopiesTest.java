package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.Places.Opening;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Limit;
import dev.headroom.model.RequestId;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import dev.headroom.server.token.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  private Optional<JourneyWorld> world = Optional.empty();

  @BeforeEach
  void serve() {
    served = Optional.of(new ServedFolder(folder.resolve("acme")));
    places = Optional.of(new DesktopPlaces(new KeptTokens(folder), Pace.DEFAULT));
    var populated = new JourneyWorld(served().folder().instance());
    populated.populate();
    world = Optional.of(populated);
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

  @Test
  @DisplayName("has what the instance held at an earlier instant, where that is looked at")
  void isOfThePast() {
    OpenPlace home = attach(Role.ADMIN);
    Instance there = served().folder().instance();
    Instant then = there.info().now();
    Config before = config(home);
    while (!there.info().now().isAfter(then)) {
      Thread.onSpinWait();
    }
    world.orElseThrow().limit("/user:kim", 70_000);

    OpenPlace copy = opened(open(new Place.Copy(home, then), new Cancellation()));

    assertThat(config(copy)).isEqualTo(before).isNotEqualTo(config(home));
    assertThat(copy.origin().orElseThrow().config()).isEqualTo(before);
    copy.release().run();
  }

  @Test
  @DisplayName("can be made of an instance in a folder too, which is there again afterwards")
  void isOfAFolder() {
    Path own = folder.resolve("own");
    OpenPlace home = opened(open(new Place.Folder(own, true), new Cancellation()));
    new JourneyWorld(home.instance()).populate();

    OpenPlace copy = opened(copy(home, new Cancellation()));

    assertThat(config(copy)).isEqualTo(config(home));
    copy.release().run();
    OpenPlace again = opened(open(new Place.Folder(own, false), new Cancellation()));
    assertThat(config(again)).isEqualTo(copy.origin().orElseThrow().config());
    again.release().run();
  }

  @Test
  @DisplayName("can be made of a hundred thousand scopes")
  void isLarge() {
    OpenPlace home = attach(Role.ADMIN);
    Instance there = served().folder().instance();
    for (int user = 0; user < 100; user++) {
      List<Change> changes = new ArrayList<>();
      for (int run = 0; run < 1_000; run++) {
        ScopePath path = ScopePath.of("/user:u" + user + "/run:r" + run);
        var limit = new Limit(path, ResourceType.TOKENS, Limit.Terms.hard(1_000 + run));
        changes.add(new Change.PutLimits(path, List.of(limit), 0));
      }
      var command =
          new Command.ApplyChanges(new RequestId("many-" + user), changes, "ops", "to begin");
      assertThat(there.apply(command)).isInstanceOf(Reply.Decided.class);
    }

    OpenPlace copy = opened(copy(home, new Cancellation()));

    assertThat(copy.instance().info().scopes()).isGreaterThan(100_000);
    assertThat(copy.origin().orElseThrow().config().limits()).hasSizeGreaterThan(100_000);
    copy.release().run();
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
