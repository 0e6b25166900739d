package dev.headroom.server;

import io.helidon.common.uri.UriQuery;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/// Reads calls off the wire, with bodies as long as their callers' may be.
final class RequestReader {
  private final ToIntFunction<HttpCall> bodyMax;

  /// @param bodyMax how long the body of a call may be that is longer than [Api#BODY_MAX], in
  ///   bytes; asked with the call as it is without one
  RequestReader(ToIntFunction<HttpCall> bodyMax) {
    this.bodyMax = bodyMax;
  }

  /// A body that is longer than its caller's may be.
  static final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int most;

    private TooLargeException(int most) {
      super("longer than " + most);
      this.most = most;
    }
  }

  /// A body that breaks off, or whose chunks are none.
  static final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MalformedException(RuntimeException cause) {
      super(cause);
    }
  }

  /// Reads one.
  ///
  /// @throws TooLargeException where its body is longer than it may be
  /// @throws MalformedException where its body breaks off, or is none
  /// @throws IOException where its caller is gone
  HttpCall read(ServerRequest request) throws IOException {
    String path = request.path().path();
    HttpCall.Query query = query(request.query());
    Map<String, String> headers = new HashMap<>();
    request
        .headers()
        .forEach(header -> headers.put(header.name().toLowerCase(Locale.ROOT), header.get()));
    Optional<Verb> verb = verb(request.prologue().method().text());
    var head = new HttpCall(verb, path, query, headers, new byte[0]);
    return new HttpCall(verb, path, query, headers, body(request, head));
  }

  private static HttpCall.Query query(UriQuery query) {
    Map<String, String> said = new HashMap<>();
    SortedSet<String> repeated = new TreeSet<>();
    for (String name : query.names()) {
      said.put(name, query.get(name));
      if (query.all(name).size() > 1) {
        repeated.add(name);
      }
    }
    return new HttpCall.Query(said, repeated);
  }

  /// Who is calling is asked only where that makes a difference.
  private byte[] body(ServerRequest request, HttpCall head) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (InputStream in = request.content().inputStream()) {
      byte[] body = in.readNBytes(Api.BODY_MAX + 1);
      if (body.length <= Api.BODY_MAX) {
        return body;
      }
      int most = bodyMax.applyAsInt(head);
      byte[] rest = in.readNBytes(most + 1 - body.length);
      if (body.length + rest.length > most) {
        throw new TooLargeException(most);
      }
      byte[] whole = Arrays.copyOf(body, body.length + rest.length);
      System.arraycopy(rest, 0, whole, body.length, rest.length);
      return whole;
    } catch (ServerConnectionException | UncheckedIOException | TooLargeException known) {
      throw known;
    } catch (RuntimeException malformed) {
      // What the library throws where lengths or chunks are not what they should be.
      throw new MalformedException(malformed);
    }
  }

  private static Optional<Verb> verb(String method) {
    for (Verb verb : Verb.values()) {
      if (verb.name().equals(method)) {
        return Optional.of(verb);
      }
    }
    return Optional.empty();
  }
}
