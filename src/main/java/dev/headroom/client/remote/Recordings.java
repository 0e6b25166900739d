package dev.headroom.client.remote;

import dev.headroom.client.Cancellation;
import dev.headroom.client.PastSource;
import dev.headroom.client.Recorded;
import dev.headroom.client.RecordingQuery;
import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/// Fetches spans of an instance's past, each as one file. Any thread.
final class Recordings implements PastSource {
  /// How long the server may take to make one, and to say anything at all while it sends it.
  private static final Duration SILENCE_MAX = Duration.ofMinutes(5);

  private static final int PORTION = 1 << 16;

  /// How often progress is told in all.
  private static final int STEPS = 100;

  private static final String CANCELLED = "cancelled by the caller";

  private final Transport transport;
  private final Line line;
  private final OkHttpClient client;

  Recordings(Transport transport, Line line) {
    this.transport = transport;
    this.line = line;
    client =
        transport
            .streams()
            .newBuilder()
            .readTimeout(SILENCE_MAX.toMillis(), TimeUnit.MILLISECONDS)
            .build();
  }

  /// Whoever waits for a file.
  private record Waiting(Cancellation cancellation, DoubleConsumer progress) {
    boolean isOver() {
      return cancellation.isCancelled() || Thread.currentThread().isInterrupted();
    }
  }

  /// Fetches one. It is where it is to be once it is there whole.
  @Override
  public Reply<Recorded> record(
      RecordingQuery query, Cancellation cancellation, DoubleConsumer progress) {
    HttpUrl.Builder at =
        transport
            .at("v1/recording")
            .addQueryParameter("from", text(query.from()))
            .addQueryParameter("to", text(query.to()));
    Call call = client.newCall(transport.request(at).get().build());
    cancellation.onCancel(call::cancel);
    var waiting = new Waiting(cancellation, progress);
    try (Response response = call.execute()) {
      line.heard();
      return response.isSuccessful() ? take(response, query, waiting) : refused(response);
    } catch (IOException failure) {
      return silence(waiting.isOver() ? CANCELLED : Causes.of(failure, transport.server()));
    }
  }

  private static String text(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static Reply<Recorded> refused(Response response) throws IOException {
    Answer answer = Answer.of(response);
    if (answer.isToStranger()) {
      return new Reply.Refused<>(new Refusal.NotAllowed(answer.detail()));
    }
    return answer
        .refusal()
        .<Reply<Recorded>>map(Reply.Refused::new)
        .orElseGet(() -> silence(answer.detail()));
  }

  private static Reply<Recorded> take(Response response, RecordingQuery query, Waiting waiting)
      throws IOException {
    Optional<Instant> from = instant(response, "Headroom-From");
    Optional<Instant> to = instant(response, "Headroom-To");
    long bytes = response.body().contentLength();
    if (from.isEmpty() || to.isEmpty() || bytes <= 0) {
      return silence("its answer is not understood: it does not say which span it is of");
    }
    if (bytes > query.bytesMax()) {
      return new Reply.Refused<>(
          Refusal.Invalid.at("/to", "the recording is too large; ask for a shorter span"));
    }
    Path part = query.file().resolveSibling(query.file().getFileName() + ".part");
    try {
      if (!copy(response.body().byteStream(), part, bytes, waiting)) {
        return silence(CANCELLED);
      }
      Files.move(part, query.file(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return new Reply.Decided<>(new Recorded(from.get(), to.get(), bytes));
  }

  /// @return whether it was not cancelled
  private static boolean copy(InputStream in, Path file, long bytes, Waiting waiting)
      throws IOException {
    byte[] portion = new byte[PORTION];
    long come = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int read = in.read(portion); read >= 0; read = in.read(portion)) {
        out.write(portion, 0, read);
        come += read;
        if (come * STEPS / bytes > (come - read) * STEPS / bytes) {
          waiting.progress.accept((double) come / bytes);
        }
        if (waiting.isOver()) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<Instant> instant(Response response, String header) {
    try {
      return Optional.ofNullable(response.header(header)).map(Instant::parse);
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Reply<Recorded> silence(String cause) {
    return new Reply.Silence<>(Duration.ZERO, cause);
  }
}
