package dev.headroom.app.window;

import dev.headroom.app.input.TokenFile;
import dev.headroom.app.input.UnusableInputException;
import dev.headroom.app.settings.RememberedFile;
import dev.headroom.app.settings.SettingsFolder;
import dev.headroom.client.Cancellation;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.PlaceMark;
import dev.headroom.console.viewmodel.PlaceMark.Colour;
import dev.headroom.console.viewmodel.Places;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How the console is begun on an instance behind a server.
public final class AttachOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--attach",
      paramLabel = "URL",
      description =
          "Open the instance behind a server, such as https://headroom.example.org:7420, or the"
              + " name of a connection that the console remembers.")
  private @Nullable String url;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description =
          "Where the token for --attach stands, as headroom token create prints it; only you may"
              + " be able to read it.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--authority",
      paramLabel = "FILE",
      description =
          "Certificates as PEM, one of which must vouch for the server (default: those that this"
              + " system trusts).")
  private @Nullable Path authority;

  @Option(
      names = "--plain-text",
      description = "Attach without TLS elsewhere than on this machine: the token can be read.")
  private boolean plainText;

  @Option(
      names = "--production",
      description =
          "Mark the window, and ask for the instance's name before what concerns everybody there"
              + " is changed.")
  private boolean production;

  /// Whether an instance behind a server was named.
  public boolean isNamed() {
    if (url == null && (tokenFile != null || authority != null || plainText || production)) {
      throw wrong("--token-file, --authority, --plain-text and --production go with --attach URL");
    }
    return url != null;
  }

  /// Attaches.
  ///
  /// @throws UnusableInputException where that fails, with what to do
  public OpenPlace open() {
    String named = Objects.requireNonNull(url, "asked for first");
    Optional<Connection> known = known(named);
    if (tokenFile == null && known.filter(Connection::keepsToken).isEmpty()) {
      throw wrong("--attach URL needs --token-file FILE; no token is kept for " + named);
    }
    var place =
        new Place.Remote(
            known.map(this::marked).orElseGet(() -> fresh(named)),
            Optional.ofNullable(tokenFile).map(TokenFile::read));
    return switch (new DesktopPlaces().open(place, (_, _) -> {}, new Cancellation())) {
      case Places.Opening.Opened(var open) -> open;
      case Places.Opening.Unusable(_, String detail) ->
          throw new UnusableInputException("cannot attach to " + named + ": " + detail);
      case Places.Opening.Cancelled _ -> throw new IllegalStateException("nobody cancels");
    };
  }

  private static Optional<Connection> known(String named) {
    return new RememberedFile(SettingsFolder.ofUser())
        .recall().all().connections().stream()
            .filter(each -> each.name().equals(named) || each.server().url().equals(named))
            .findFirst();
  }

  /// A connection as it is remembered, but for what was said otherwise.
  private Connection marked(Connection known) {
    PlaceMark mark = known.mark();
    var server =
        new Connection.Server(
            known.server().url(),
            Optional.ofNullable(authority).or(known.server()::authority),
            plainText || known.server().plainText());
    return new Connection(
        known.id(),
        new PlaceMark(mark.name(), mark.colour(), production || mark.production()),
        server,
        known.keepsToken());
  }

  private Connection fresh(String address) {
    var mark = new PlaceMark("", production ? Colour.RED : Colour.GREY, production);
    var server = new Connection.Server(address, Optional.ofNullable(authority), plainText);
    return new Connection("", mark, server, false);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
