package dev.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.client.Cancellation;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.console.viewmodel.Places.Opening;
import dev.headroom.console.viewmodel.Places.Trouble;
import dev.headroom.model.AllocationRequest;
import dev.headroom.model.RequestId;
import dev.headroom.model.RequestLine;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The places of this machine")
@Timeout(60)
final class DesktopPlacesTest {
  private static final Places.Progress UNSEEN = (_, _) -> {};

  private final DesktopPlaces places = new DesktopPlaces();
  @TempDir private Path folder;

  @Test
  @DisplayName("open a folder with an instance, which goes on where it ended")
  void opensAFolder() throws IOException {
    reserve(folder);

    OpenPlace open = opened(open(folder, false));

    assertThat(open.instance().info().kind()).isEqualTo(InstanceInfo.Kind.LOCAL);
    assertThat(open.instance().info().scopes()).isEqualTo(2);
    open.release().run();
    OpenPlace again = opened(open(folder, false));
    assertThat(again.instance().info().scopes()).as("again").isEqualTo(2);
    again.release().run();
  }

  @Test
  @DisplayName("begin a new instance only where that is confirmed, but for an empty folder")
  void beginsConfirmed() throws IOException {
    Path missing = folder.resolve("missing");
    assertThat(trouble(open(missing, false))).isEqualTo(Trouble.MISSING);
    assertThat(missing).doesNotExist();
    opened(open(missing, true)).release().run();
    assertThat(DataFolder.isIn(missing)).isTrue();

    Path foreign = Files.createDirectory(folder.resolve("photos"));
    Files.writeString(foreign.resolve("holiday.jpg"), "");
    assertThat(trouble(open(foreign, false))).isEqualTo(Trouble.FOREIGN);
    assertThat(foreign.resolve("lock")).doesNotExist();

    Path empty = Files.createDirectory(folder.resolve("empty"));
    opened(open(empty, false)).release().run();
  }

  @Test
  @DisplayName("say that a file is no folder, and that somebody else has a folder")
  void saysWhoHasIt() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "");
    assertThat(trouble(open(file, true))).isEqualTo(Trouble.NOT_A_FOLDER);

    Path taken = folder.resolve("taken");
    try (LocalFolder other = LocalFolder.open(taken, DataFolder.Progress.UNSEEN)) {
      assertThat(other.commands()).isZero();
      assertThat(trouble(open(taken, false))).isEqualTo(Trouble.IN_USE);
    }
  }

  @Test
  @DisplayName("say in which file and at which byte a journal is damaged, and what to do")
  void saysWhereItIsDamaged() throws IOException {
    reserve(folder);
    Path journal = folder.resolve("journal-00000001.log");
    byte[] bytes = Files.readAllBytes(journal);
    bytes[100] ^= 1;
    Files.write(journal, bytes);

    assertThat(open(folder, false))
        .isInstanceOfSatisfying(
            Opening.Unusable.class,
            unusable -> {
              assertThat(unusable.trouble()).isEqualTo(Trouble.CORRUPT);
              assertThat(unusable.detail())
                  .contains("journal-00000001.log, byte ")
                  .contains("put back a good copy");
            });
  }

  @Test
  @DisplayName("stop reading a journal when asked, and let go of the folder")
  void stops() throws IOException {
    reserve(folder);
    var cancellation = new Cancellation();
    cancellation.cancel();

    assertThat(places.open(new Place.Folder(folder, false), UNSEEN, cancellation))
        .isEqualTo(new Opening.Cancelled());

    opened(open(folder, false)).release().run();
  }

  @Test
  @DisplayName("play any scenario by its title")
  void plays() {
    String title = places.scenarios().get(1).name();

    OpenPlace open = opened(places.open(new Place.Sandbox(title, 7), UNSEEN, new Cancellation()));

    assertThat(open.sandbox().orElseThrow().scenario()).isEqualTo(title);
    assertThat(open.sandbox().orElseThrow().seed()).isEqualTo(7);
    open.release().run();
  }

  private Opening open(Path path, boolean confirmed) {
    return places.open(new Place.Folder(path, confirmed), UNSEEN, new Cancellation());
  }

  private static OpenPlace opened(Opening opening) {
    assertThat(opening).isInstanceOf(Opening.Opened.class);
    return ((Opening.Opened) opening).place();
  }

  private static Trouble trouble(Opening opening) {
    assertThat(opening).isInstanceOf(Opening.Unusable.class);
    return ((Opening.Unusable) opening).trouble();
  }

  /// Has an instance survive in the folder that holds a scope.
  private static void reserve(Path folder) throws IOException {
    try (LocalFolder local = LocalFolder.open(folder, DataFolder.Progress.UNSEEN)) {
      var request =
          AllocationRequest.of(
              ScopePath.of("/user:ada"), RequestLine.required(ResourceType.TOKENS, 10));
      local.instance().allocate(new RequestId("one"), request);
    }
  }
}
