package dev.headroom.server;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Scalar;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Spans of the past as one file each, at `/v1/recording`. A file is made whole before the first
/// byte of it is sent, so that whoever asks for too much is told so. Any thread.
final class RecordingCalls {
  static final String PATH = "/v1/recording";

  /// Of a recording.
  static final String TYPE = "application/vnd.headroom.recording";

  /// The first instant of what is sent, and the last.
  static final String FROM_HEADER = "Headroom-From";

  static final String TO_HEADER = "Headroom-To";

  /// How many are made or sent at a time: each fills as much memory as the engine while it is made.
  private static final int AT_A_TIME_MAX = 2;

  /// How large one may be.
  static final long BYTES_MAX = 1_000_000_000;

  private static final Parameter<Instant> FROM =
      Parameter.required("from", Scalar.INSTANT, "the first instant");
  private static final Parameter<Instant> TO =
      Parameter.required("to", Scalar.INSTANT, "the last instant; what is later than now is not");

  private final Instance instance;
  private final long bytesMax;
  private final Semaphore places = new Semaphore(AT_A_TIME_MAX);
  private final Set<Cancellation> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /// Those of an instance.
  ///
  /// @param bytesMax how large one may be
  RecordingCalls(Instance instance, long bytesMax) {
    this.instance = instance;
    this.bytesMax = bytesMax;
  }

  /// Begins to send.
  @FunctionalInterface
  interface Sending {
    /// Where it goes, once all is ready.
    ///
    /// @param recorded what
    OutputStream begin(Recorded recorded);
  }

  /// What it takes in its address, for whoever describes the API.
  static List<OtherCall.Option> options() {
    return List.of(
        new OtherCall.Option(FROM.name(), FROM.meaning(), true),
        new OtherCall.Option(TO.name(), TO.meaning(), true));
  }

  /// Makes a recording and sends it. Once its caller has left, it is not made any further.
  ///
  /// @return the answer; empty where a recording was sent instead
  /// @throws IOException where it could not be made or sent
  Optional<HttpAnswer> answer(HttpCall call, Grant grant, Waiting waiting, Sending sending)
      throws IOException {
    if (!grant.may(Permission.RECORD, ScopePath.ROOT)) {
      return Optional.of(
          Problem.of(
              new Refusal.NotAllowed(
                  "a recording has everything that is known of everybody: it is for tokens of role"
                      + " admin for /")));
    }
    At at = At.root();
    Optional<Instant> from = FROM.read(Optional.ofNullable(call.query().get(FROM.name())), at);
    Optional<Instant> to = TO.read(Optional.ofNullable(call.query().get(TO.name())), at);
    OtherCall.noteUnknown(call, at);
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      at.member(TO.name()).note("must be later than from");
    }
    if (!at.problems().isEmpty() || from.isEmpty() || to.isEmpty()) {
      return Optional.of(Problem.unreadable(at.problems()));
    }
    if (!places.tryAcquire()) {
      return Optional.of(
          Problem.tooMany("at most " + AT_A_TIME_MAX + " recordings are made at a time"));
    }
    try {
      return record(from.get(), to.get(), waiting.cancellation(), sending);
    } finally {
      places.release();
    }
  }

  /// In a folder of its own, since what is made there is nobody else's to read.
  private Optional<HttpAnswer> record(Instant from, Instant to, Cancellation left, Sending sending)
      throws IOException {
    Path folder = Files.createTempDirectory("headroom-recording-");
    Path file = folder.resolve("span" + RecordingQuery.EXTENSION);
    underWay.add(left);
    try {
      if (ended) {
        left.cancel();
      }
      var query = new RecordingQuery(from, to, file, bytesMax);
      return switch (instance.record(query, left, _ -> {})) {
        case Reply.Decided<Recorded>(var recorded) -> {
          try (OutputStream out = sending.begin(recorded)) {
            Files.copy(file, out);
          }
          yield Optional.empty();
        }
        case Reply.Refused<Recorded>(var refusal) -> Optional.of(Problem.of(refusal));
        case Reply.Silence<Recorded>(var _, var cause) -> Optional.of(Problem.notNow(cause));
      };
    } finally {
      underWay.remove(left);
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /// Has those end that are being made.
  void end() {
    ended = true;
    underWay.forEach(Cancellation::cancel);
  }
}
