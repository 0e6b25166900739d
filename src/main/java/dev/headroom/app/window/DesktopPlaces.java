package dev.headroom.app.window;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.client.remote.Pace;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.Places;
import dev.headroom.console.viewmodel.SandboxControl;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.journal.CorruptJournalException;
import dev.headroom.journal.FolderInUseException;
import dev.headroom.model.Secret;
import dev.headroom.node.DataFolder;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/// The places that this machine has or reaches: sandboxes, folders, servers. Any thread may use it.
public final class DesktopPlaces implements Places {
  private final KeptTokens tokens;
  private final RemotePlaces remote;

  /// Those that this user has.
  public DesktopPlaces() {
    this(KeptTokens.ofUser(), Pace.DEFAULT);
  }

  /// @param tokens that are kept for servers
  /// @param pace how long to wait for servers
  public DesktopPlaces(KeptTokens tokens, Pace pace) {
    this.tokens = tokens;
    remote = new RemotePlaces(tokens, pace);
  }

  @Override
  public List<SandboxControl.Scenario> scenarios() {
    return Scenarios.all().stream().map(ScenarioWords::of).toList();
  }

  @Override
  public Opening open(Place place, Progress progress, Cancellation cancellation) {
    return switch (place) {
      case Place.Sandbox sandbox -> new Opening.Opened(play(sandbox));
      case Place.Folder folder -> open(folder, progress, cancellation);
      case Place.Recording(Path file) -> open(file);
      case Place.Copy copy -> Copies.open(copy, progress, cancellation);
      case Place.Remote server -> remote.open(server, progress, cancellation);
    };
  }

  @Override
  public Optional<String> whyNot(Connection.Server server) {
    return RemotePlaces.whyNot(server);
  }

  @Override
  public Optional<String> keepToken(Connection connection, Secret token) {
    try {
      return tokens.keep(connection, token);
    } catch (IOException unwritable) {
      return Optional.of(Wording.text("attach.token.unkept", connection.name(), cause(unwritable)));
    }
  }

  @Override
  public Optional<String> forgetToken(Connection connection) {
    try {
      tokens.forget(connection);
      return Optional.empty();
    } catch (IOException unwritable) {
      return Optional.of(
          Wording.text("attach.token.unforgotten", connection.name(), cause(unwritable)));
    }
  }

  /// A folder that is open already, as a place.
  public static OpenPlace opened(LocalFolder folder, Path path) {
    var at = new Place.Folder(path.toAbsolutePath().normalize(), false);
    String remark = String.join(" ", folder.notes());
    return new OpenPlace(
        Optional.of(at), folder.instance(), Optional.empty(), remark, folder::close);
  }

  /// A sandbox that plays already, as a place.
  public static OpenPlace opened(PlayedSandbox played) {
    played.remember();
    var at = new Place.Sandbox(played.scenario(), played.seed());
    return new OpenPlace(
        Optional.of(at), played.instance(), Optional.of(played), "", played::close);
  }

  private static OpenPlace play(Place.Sandbox wanted) {
    String name =
        Scenarios.all().stream()
            .filter(source -> ScenarioWords.title(source).equals(wanted.scenario()))
            .findFirst()
            .orElseThrow()
            .name();
    var sandbox = new Sandbox(Scenarios.all(), name, wanted.seed(), 0, System::nanoTime);
    sandbox.start();
    sandbox.resume();
    return opened(new PlayedSandbox(sandbox, 0));
  }

  private static Opening open(Place.Folder folder, Progress progress, Cancellation cancellation) {
    try {
      Optional<Opening> unusable = look(folder);
      return unusable.isPresent()
          ? unusable.get()
          : new Opening.Opened(recover(folder.path(), progress, cancellation));
    } catch (CancellationException _) {
      return new Opening.Cancelled();
    } catch (FolderInUseException inUse) {
      return new Opening.Unusable(Trouble.IN_USE, inUse.getMessage());
    } catch (CorruptJournalException corrupt) {
      return new Opening.Unusable(Trouble.CORRUPT, corrupt.getMessage());
    } catch (IOException unreadable) {
      return new Opening.Unusable(Trouble.UNREADABLE, folder.path() + ": " + cause(unreadable));
    }
  }

  private static Opening open(Path recording) {
    try {
      return new Opening.Opened(Recordings.opened(recording));
    } catch (CorruptJournalException corrupt) {
      return new Opening.Unusable(Trouble.NO_RECORDING, corrupt.getMessage());
    } catch (IOException unreadable) {
      return new Opening.Unusable(Trouble.NO_RECORDING, recording + ": " + cause(unreadable));
    }
  }

  private static String cause(IOException failure) {
    return Objects.requireNonNullElse(failure.getMessage(), failure.toString());
  }

  /// What speaks against opening a folder before it is touched.
  private static Optional<Opening> look(Place.Folder folder) throws IOException {
    Path path = folder.path();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      return Optional.of(unusable(Trouble.NOT_A_FOLDER, path));
    }
    if (folder.confirmed()) {
      return Optional.empty();
    }
    if (!Files.exists(path)) {
      return Optional.of(unusable(Trouble.MISSING, path));
    }
    return !DataFolder.isIn(path) && !isEmpty(path)
        ? Optional.of(unusable(Trouble.FOREIGN, path))
        : Optional.empty();
  }

  private static Opening unusable(Trouble trouble, Path path) {
    return new Opening.Unusable(
        trouble, Wording.text("start.detail." + trouble.name(), path.toString()));
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static OpenPlace recover(Path path, Progress progress, Cancellation cancellation)
      throws IOException {
    LocalFolder opened =
        LocalFolder.open(
            path,
            (commands, bytes, bytesInAll) -> {
              if (cancellation.isCancelled()) {
                throw new CancellationException();
              }
              progress.at(bytesInAll == 0 ? 1 : (double) bytes / bytesInAll, commands);
            });
    return opened(opened, path);
  }
}
