package dev.headroom.console.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.app.window.DesktopPlaces;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.Proxy;
import dev.headroom.client.remote.ServedFolder;
import dev.headroom.console.SmallWorld;
import dev.headroom.console.viewmodel.AttachStep.State;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The way to a real server on this machine, without a window.
@DisplayName("The way to a server")
@Timeout(60)
final class AttachModelTest {
  private static final String STRANGER = "hr_" + "0".repeat(64);

  private static final long PATIENCE_NANOS = 10_000_000_000L;

  @TempDir private Path folder;
  private final SmallWorld first = SmallWorld.open();
  private final Errands ui = new Errands();
  private Optional<ServedFolder> served = Optional.empty();
  private Optional<ConsoleModel> console = Optional.empty();

  @BeforeEach
  void open() {
    served = Optional.of(new ServedFolder(folder.resolve("acme")));
    console =
        Optional.of(
            new ConsoleModel(
                OpenPlace.of(first.instance(), Optional.empty()),
                new DesktopPlaces(new KeptTokens(folder), Pace.DEFAULT),
                Memory.none(),
                ui,
                Clocks.of(() -> Instant.EPOCH)));
  }

  @AfterEach
  void close() {
    console().close();
    console().place().release().run();
    served().close();
    first.close();
  }

  private ServedFolder served() {
    return served.orElseThrow();
  }

  private ConsoleModel console() {
    return console.orElseThrow();
  }

  private StartModel start() {
    return console().start().orElseThrow();
  }

  private AttachModel attach() {
    return start().attach();
  }

  private String url() {
    return "http://127.0.0.1:" + served().port();
  }

  private void type(String url, String token) {
    attach().begin();
    attach().form().setUrl(url);
    attach().form().setToken(token);
  }

  private void settle() {
    ui.until(() -> !(start().state() instanceof StartModel.State.Opening));
  }

  private boolean isAttached() {
    return console().desk().mark().isPresent();
  }

  /// Attaches, and turns back to what was shown first.
  private Connection attachedBefore(boolean keepsToken) {
    type(url(), served().token(Role.ADMIN, "/"));
    attach().form().setKeepsToken(keepsToken);
    attach().attach();
    settle();
    Connection known = start().connections().getFirst();
    await(() -> isKept(known) == keepsToken);
    return known;
  }

  @Test
  @DisplayName("shows the instance once every step went well, and remembers it by its own name")
  void attaches() {
    type(url(), served().token(Role.OPERATOR, "/user:ada"));
    attach().form().setProduction(true);
    attach().form().setColour(PlaceMark.Colour.RED);
    attach().attach();
    settle();

    assertThat(console().place().instance().info().kind()).isEqualTo(InstanceInfo.Kind.REMOTE);
    assertThat(console().desk().mark()).contains(new PlaceMark("acme", PlaceMark.Colour.RED, true));
    assertThat(start().connections()).extracting(Connection::name).containsExactly("acme");
    assertThat(attach().isShown()).isFalse();
    assertThat(attach().steps()).extracting(AttachStep::state).containsOnly(State.GOOD);
    assertThat(attach().steps().get(2).text()).isEqualTo("Known as operator at /user:ada");
    await(() -> isKept(start().connections().getFirst()));
  }

  @Test
  @DisplayName("is only tried where that is wanted: nothing is shown, and nothing remembered")
  void triesOut() {
    type(url(), served().token(Role.VIEWER, "/"));
    assertThat(attach().steps()).extracting(AttachStep::state).containsOnly(State.PENDING);
    attach().tryOut();
    assertThat(attach().steps().getFirst().state()).isEqualTo(State.UNDERWAY);
    settle();

    assertThat(attach().isTried()).isTrue();
    assertThat(attach().isShown()).isTrue();
    assertThat(isAttached()).isFalse();
    assertThat(start().connections()).isEmpty();
    assertThat(folder.resolve("tokens.json")).doesNotExist();
  }

  @Test
  @DisplayName("says which step fails and what to do, and what was shown goes on")
  void saysWhatFails() {
    type(url(), STRANGER);
    attach().attach();
    settle();

    assertThat(attach().steps())
        .extracting(AttachStep::state)
        .containsExactly(State.GOOD, State.GOOD, State.FAILED, State.PENDING, State.PENDING);
    AttachStep failed = attach().steps().get(2);
    assertThat(failed.text()).isEqualTo("The server does not know this token");
    assertThat(failed.remedy()).contains("headroom token create");
    assertThat(isAttached()).isFalse();
    assertThat(start().connections()).isEmpty();
    assertThat(start().state().toString()).doesNotContain(STRANGER);
  }

  @Test
  @DisplayName("needs no token where it is kept, but for another address of the same connection")
  void keepsTheToken() throws IOException {
    Connection known = attachedBefore(true);
    assertThat(known.toString()).doesNotContain("hr_");
    assertThat(Files.readString(folder.resolve("tokens.json"))).contains("hr_");

    attach().attach(known);
    settle();
    assertThat(isAttached()).isTrue();
    assertThat(console().notice()).isEmpty();

    attach().edit(known);
    assertThat(attach().whyNot()).isEmpty();
    try (Proxy elsewhere = new Proxy(served().port())) {
      attach().form().setUrl("http://127.0.0.1:" + elsewhere.port());
      assertThat(attach().whyNot()).startsWith("Paste the token");
    }
  }

  @Test
  @DisplayName("asks for the token each time where it is not to be kept")
  void asksForTheToken() {
    Connection known = attachedBefore(false);
    assertThat(folder.resolve("tokens.json")).doesNotExist();

    attach().attach(known);
    settle();

    assertThat(attach().isShown()).isTrue();
    assertThat(attach().form().isTokenWrong()).isTrue();
    assertThat(attach().form().tokenProblem()).isEqualTo("The token of acme is not kept; type it.");
    attach().form().setToken(served().token(Role.VIEWER, "/"));
    attach().attach();
    settle();
    assertThat(attach().isShown()).isFalse();
    assertThat(start().connections()).hasSize(1);
  }

  @Test
  @DisplayName("forgets a connection with its token")
  void forgets() {
    Connection known = attachedBefore(true);
    start().forget(known);
    assertThat(start().connections()).isEmpty();
    await(() -> !isKept(known));
  }

  /// Waits for what is done aside, and told to nobody.
  private static void await(BooleanSupplier done) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it is done in time").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private boolean isKept(Connection connection) {
    try {
      return new KeptTokens(folder).recall(connection).isPresent();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  @Test
  @DisplayName("keeps what is typed over a connection, whatever it was called before")
  void saves() {
    Connection known = attachedBefore(true);
    attach().edit(known);
    attach().form().setName("");
    assertThat(attach().whyNotSave()).isEqualTo("Give it a name to keep it.");
    attach().form().setName("acme-eu");
    attach().form().setProduction(true);
    attach().save();

    assertThat(attach().isShown()).isFalse();
    assertThat(start().connections())
        .singleElement()
        .satisfies(saved -> {
          assertThat(saved.mark()).isEqualTo(new PlaceMark("acme-eu", PlaceMark.Colour.BLUE, true));
          assertThat(saved.id()).isEqualTo(known.id());
        });
  }

  @Test
  @DisplayName("says what is wrong while it is typed, and asks before a token is sent in the clear")
  void saysWhatIsWrong() {
    attach().begin();
    assertThat(attach().whyNot()).isEqualTo("Type the address of the server.");
    attach().form().setUrl("acme");
    assertThat(attach().whyNot()).contains("a server's address is such as https://");
    assertThat(attach().asksForPlainText()).isFalse();
    attach().form().setUrl("http://acme.example:7420");
    assertThat(attach().whyNot()).startsWith("over http, whoever can read the network");
    assertThat(attach().asksForPlainText()).isTrue();
    attach().form().setPlainText(true);
    assertThat(attach().whyNot()).isEqualTo("Paste the token that lets you in.");
    attach().form().setToken("not one\u0007");
    assertThat(attach().whyNot()).isEqualTo("This is no token.");
    attach().form().setToken(STRANGER);
    assertThat(attach().whyNot()).isEmpty();
    attach().form().setName("n".repeat(61));
    assertThat(attach().whyNot()).isEqualTo("At most 60 characters.");
  }

  @Test
  @DisplayName("ends when asked, although the server says nothing")
  void ends() {
    try (Proxy silent = new Proxy(served().port())) {
      silent.stall();
      type("http://127.0.0.1:" + silent.port(), STRANGER);
      attach().attach();
      ui.until(() -> attach().steps().get(1).state() == State.GOOD);
      start().cancel();
      settle();
      assertThat(start().state()).isEqualTo(new StartModel.State.Choosing());
      assertThat(isAttached()).isFalse();
    }
  }
}
