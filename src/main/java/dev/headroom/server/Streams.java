package dev.headroom.server;

import dev.headroom.client.Instance;
import dev.headroom.client.LiveView;
import dev.headroom.client.Subscription;
import dev.headroom.client.json.Frames;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The streams that are open, each written by the thread of its call. Any thread.
final class Streams {
  /// Most streams of one token at a time.
  static final int PER_TOKEN_MAX = 16;

  static final String EVENTS = "/v1/events";
  static final String LIVE = "/v1/live";

  private static final int RATE_DEFAULT = 10;
  private static final int RATE_MAX = 30;

  private final Instance instance;
  private final Map<String, Integer> perToken = new HashMap<>();
  private final Map<String, Viewed> views = new ConcurrentHashMap<>();
  private final Set<Stream> open = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /// A live view that is open, and whose.
  private record Viewed(String token, LiveStream stream) {}

  Streams(Instance instance) {
    this.instance = instance;
  }

  /// What comes of asking for a stream.
  sealed interface Opened {
    /// It is to be written by [#run].
    record Open(Stream stream) implements Opened {}

    record Not(HttpAnswer answer) implements Opened {}
  }

  /// Whether an address is that of a stream.
  static boolean isAt(String path) {
    return path.equals(EVENTS) || path.equals(LIVE);
  }

  /// Opens a stream for someone who may read.
  Opened open(HttpCall call, Grant grant) {
    if (call.path().equals(EVENTS)) {
      return Position.of(call)
          .<Opened>map(after -> new Opened.Open(new EventStream(instance, after, grant.subtree())))
          .orElseGet(() -> new Opened.Not(Position.invalid()));
    }
    int rate = rate(call.query().getOrDefault("rate", Integer.toString(RATE_DEFAULT)));
    if (rate == 0) {
      return new Opened.Not(
          Problem.unreadable("/rate", "must be a whole number from 1 to " + RATE_MAX));
    }
    String name = UUID.randomUUID().toString();
    var stream = new LiveStream(instance, Duration.ofMillis(1000 / rate), name, grant.subtree());
    views.put(name, new Viewed(grant.tokenId(), stream));
    return new Opened.Open(stream);
  }

  private static int rate(String text) {
    boolean digits = text.length() == 1 || text.length() == 2;
    int rate = digits && text.chars().allMatch(Character::isDigit) ? Integer.parseInt(text) : 0;
    return rate > RATE_MAX ? 0 : rate;
  }

  /// Writes a stream in the caller's thread until its reader is gone or the server ends.
  ///
  /// @param begin opens the wire; not called where the token has too many streams
  /// @return whether it was written
  boolean run(Stream stream, Grant grant, Supplier<OutputStream> begin) throws IOException {
    if (!enter(grant.tokenId())) {
      return false;
    }
    open.add(stream);
    try (Subscription _ = stream.begin();
        OutputStream out = begin.get()) {
      if (!ended) {
        stream.writeTo(out);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(stream);
      views.values().removeIf(viewed -> viewed.stream == stream);
      leave(grant.tokenId());
    }
    return true;
  }

  /// Has a live view look at something else.
  HttpAnswer look(HttpCall call, Grant grant) {
    Optional<Viewed> viewed =
        Optional.ofNullable(views.get(call.path().substring(LIVE.length() + 1)))
            .filter(each -> each.token.equals(grant.tokenId()));
    if (viewed.isEmpty()) {
      return Problem.unknownRoute(call.path());
    }
    At at = At.root();
    Optional<Frames.Look> look = Json.read(Frames.Look.SHAPE, call.body(), at);
    if (look.isEmpty()) {
      return Problem.unreadable(at.problems());
    }
    List<ScopePath> visible = look.get().scopes().stream().filter(grant::covers).toList();
    Optional<LiveView.Focus> focus =
        look.get().focus().filter(wanted -> grant.covers(wanted.path()));
    viewed.get().stream.look(visible, focus);
    return HttpAnswer.json("{}".getBytes(StandardCharsets.UTF_8));
  }

  /// Has all of them end.
  void end() {
    ended = true;
    open.forEach(Stream::end);
  }

  private synchronized boolean enter(String token) {
    int open = perToken.getOrDefault(token, 0);
    if (open == PER_TOKEN_MAX) {
      return false;
    }
    perToken.put(token, open + 1);
    return true;
  }

  private synchronized void leave(String token) {
    perToken.computeIfPresent(token, (_, open) -> open <= 1 ? null : open - 1);
  }
}
