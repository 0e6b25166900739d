package dev.headroom.app.window;

import dev.headroom.app.settings.KeptTokens;
import dev.headroom.client.Cancellation;
import dev.headroom.client.Finding;
import dev.headroom.client.Finding.Problem;
import dev.headroom.client.Finding.Step;
import dev.headroom.client.embedded.FetchedPast;
import dev.headroom.client.remote.ConnectionTest;
import dev.headroom.client.remote.Pace;
import dev.headroom.client.remote.RemoteInstance;
import dev.headroom.client.remote.ServerAddress;
import dev.headroom.console.viewmodel.Connection;
import dev.headroom.console.viewmodel.Findings;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.Places.Opening;
import dev.headroom.console.viewmodel.Places.Progress;
import dev.headroom.console.viewmodel.Places.Trouble;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import dev.headroom.node.MachineClock;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/// Attaches to instances behind servers, once every step on the way was tried. Any thread.
final class RemotePlaces {
  private static final Secret ANYBODY = new Secret("anybody");

  private final KeptTokens tokens;
  private final Pace pace;

  RemotePlaces(KeptTokens tokens, Pace pace) {
    this.tokens = tokens;
    this.pace = pace;
  }

  /// Goes all the way, and attaches.
  Opening open(Place.Remote place, Progress progress, Cancellation cancellation) {
    Connection connection = place.connection();
    try {
      Optional<Secret> token =
          place.token().isPresent() ? place.token() : tokens.recall(connection);
      if (token.isEmpty()) {
        String detail = Wording.text("start.detail.NO_TOKEN", connection.name());
        return new Opening.Unusable(Trouble.NO_TOKEN, detail);
      }
      return attach(connection, token.get(), new Way(progress, cancellation));
    } catch (IOException unreadable) {
      return new Opening.Unusable(Trouble.NO_TOKEN, message(unreadable));
    }
  }

  /// Why there can be no server at an address, or a token must not be sent there.
  static Optional<String> whyNot(Connection.Server server) {
    try {
      address(server, ANYBODY);
      return Optional.empty();
    } catch (InvalidValueException invalid) {
      return Optional.of(message(invalid));
    }
  }

  private static ServerAddress address(Connection.Server server, Secret token) {
    return new ServerAddress(server.url(), token, server.authority(), server.plainText());
  }

  /// Who hears of the steps, and may end them.
  private record Way(Progress progress, Cancellation cancellation) {
    Opening fail(Step step, Problem problem, String detail) {
      var failed = new Finding.Failed(step, problem, detail);
      progress.found(failed);
      return unattachable(failed);
    }
  }

  private Opening attach(Connection connection, Secret token, Way way) {
    try {
      ServerAddress address = address(connection.server(), token);
      var found = new Found(way.progress);
      Optional<Finding.Understood> understood = test(address, found, way.cancellation);
      if (way.cancellation.isCancelled()) {
        return new Opening.Cancelled();
      }
      if (understood.isEmpty()) {
        return unattachable(found.last.orElseThrow());
      }
      var instance = RemoteInstance.open(address, pace, MachineClock.source());
      instance.lookBack(new FetchedPast(instance));
      return new Opening.Opened(
          opened(instance, connection.orNamed(understood.get().instance().name()), found.home));
    } catch (InvalidValueException invalid) {
      return way.fail(Step.ADDRESS, Problem.NO_ADDRESS, message(invalid));
    } catch (IOException unusable) {
      return way.fail(Step.ENCRYPTION, Problem.NO_AUTHORITY, message(unusable));
    }
  }

  private Optional<Finding.Understood> test(
      ServerAddress address, Found found, Cancellation cancellation) throws IOException {
    try (ConnectionTest test = ConnectionTest.of(address, pace, found::add)) {
      cancellation.onCancel(test::close);
      return test.run();
    }
  }

  private static OpenPlace opened(RemoteInstance instance, Connection connection, ScopePath home) {
    var at = new Place.Remote(connection, Optional.empty());
    return new OpenPlace(Optional.of(at), instance, home, Optional.empty(), "", instance::close);
  }

  /// Passes findings on, and remembers the last, and what can be seen.
  private static final class Found {
    private final Progress progress;
    private Optional<Finding> last = Optional.empty();
    private ScopePath home = ScopePath.ROOT;

    Found(Progress progress) {
      this.progress = progress;
    }

    void add(Finding finding) {
      last = Optional.of(finding);
      home = finding instanceof Finding.LetIn(_, var subtree) ? subtree : home;
      progress.found(finding);
    }
  }

  private static Opening unattachable(Finding failed) {
    return new Opening.Unusable(
        Trouble.UNATTACHABLE, Findings.text(failed) + ". " + Findings.remedy(failed));
  }

  private static String message(Exception exception) {
    return Objects.requireNonNullElse(exception.getMessage(), exception.toString());
  }
}
