package dev.headroom.app.window;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Origin;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Place;
import dev.headroom.console.viewmodel.Places.Opening;
import dev.headroom.console.viewmodel.Places.Progress;
import dev.headroom.console.viewmodel.Places.Trouble;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Config;
import dev.headroom.model.Refusal;
import dev.headroom.sandbox.DocumentScenario;
import dev.headroom.sandbox.Sandbox;
import dev.headroom.sandbox.UnplayableException;
import dev.headroom.sandbox.WorkloadSource;
import dev.headroom.sandbox.copy.CopiedInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes copies of instances, to try things out on: from a recording of their last minutes, or of
/// their limits and pools alone where no recording may be taken. Any thread.
final class Copies {
  /// How large a recording may become that is read into memory.
  private static final long BYTES_MAX = 400_000_000;

  /// Of how long the demand is repeated; the next where it is too much.
  private static final List<Duration> SPANS =
      List.of(Duration.ofMinutes(15), Duration.ofMinutes(3), Duration.ofSeconds(30));

  /// Which part of the way the recording takes.
  private static final double RECORDING_PART = 0.5;

  private static final long SEED = 1;

  private final Place.Copy wanted;
  private final Progress progress;
  private final Cancellation cancellation;

  private Copies(Place.Copy wanted, Progress progress, Cancellation cancellation) {
    this.wanted = wanted;
    this.progress = progress;
    this.cancellation = cancellation;
  }

  /// Makes one.
  static Opening open(Place.Copy wanted, Progress progress, Cancellation cancellation) {
    return new Copies(wanted, progress, cancellation).make();
  }

  private Opening make() {
    try {
      Path folder = Files.createTempDirectory("headroom-copy");
      Path file = folder.resolve("copy" + RecordingQuery.EXTENSION);
      try {
        return record(file);
      } finally {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
      }
    } catch (IOException unusable) {
      return unusable(String.valueOf(unusable.getMessage()));
    }
  }

  private Opening record(Path file) throws IOException {
    Reply<Recorded> reply = new Reply.Silence<>(Duration.ZERO, "");
    for (Duration span : SPANS) {
      reply = record(file, span);
      if (!(reply instanceof Reply.Refused<Recorded>(Refusal.Invalid _))) {
        break; // Only what is too large becomes smaller with a shorter span.
      }
    }
    if (cancellation.isCancelled()) {
      return new Opening.Cancelled();
    }
    return switch (reply) {
      case Reply.Decided<Recorded> _ -> read(file);
      case Reply.Refused<Recorded>(Refusal.NotAllowed _) -> copyConfig();
      case Reply.Refused<Recorded> _, Reply.Silence<Recorded> _ -> unusable(Phrases.problem(reply));
    };
  }

  private Reply<Recorded> record(Path file, Duration span) {
    var query = new RecordingQuery(wanted.at().minus(span), wanted.at(), file, BYTES_MAX);
    return instance().record(query, cancellation, share -> progress.at(share * RECORDING_PART, 0));
  }

  private Opening read(Path file) throws IOException {
    Optional<CopiedInstance> copied =
        CopiedInstance.of(
            file,
            title(),
            cancellation::isCancelled,
            share -> progress.at(RECORDING_PART + share * (1 - RECORDING_PART), 0));
    if (cancellation.isCancelled()) {
      return new Opening.Cancelled();
    }
    return copied
        .map(copy -> play(copy, wanted.at(), copy.config(), Optional.of(copy.span())))
        .orElseGet(() -> unusable(Wording.text("copy.nothing")));
  }

  /// Who may not take a recording can try limits and pools all the same, as they are in the
  /// present.
  private Opening copyConfig() {
    Reply<VersionedConfig> reply = instance().config();
    if (!(reply instanceof Reply.Decided<VersionedConfig>(var held))) {
      return unusable(Phrases.problem(reply));
    }
    Config config = held.config();
    Instant now = instance().info().now();
    try {
      return play(new DocumentScenario(title(), config, now), now, config, Optional.empty());
    } catch (UnplayableException refused) {
      return unusable(String.valueOf(refused.getMessage()));
    }
  }

  private Opening play(
      WorkloadSource source, Instant at, Config config, Optional<Duration> demand) {
    var sandbox = new Sandbox(List.of(source), SEED);
    sandbox.start();
    sandbox.resume();
    var played = new PlayedSandbox(sandbox, 0);
    played.remember();
    OpenPlace of = wanted.of();
    return new Opening.Opened(
        new OpenPlace(
            Optional.of(wanted),
            played.instance(),
            of.home(),
            Optional.of(played),
            "",
            () -> {
              played.close();
              of.release().run();
            },
            Optional.of(new Origin(of, at, config, demand, played::close))));
  }

  private Instance instance() {
    return wanted.of().instance();
  }

  private String title() {
    return Wording.text("copy.title", wanted.of().name());
  }

  private static Opening unusable(String why) {
    return new Opening.Unusable(Trouble.NO_COPY, why);
  }
}
