package dev.headroom.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headroom.client.embedded.LocalFolder;
import dev.headroom.model.ScopePath;
import dev.headroom.node.DataFolder;
import dev.headroom.server.disguise.DisguiseKey;
import dev.headroom.server.token.Role;
import dev.headroom.server.token.TokenOrder;
import dev.headroom.server.token.TokenStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An instance in a folder, served on a free port of this machine, and a caller of it.
final class Served implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LocalFolder folder;
  private final TokenStore tokens;
  private final HttpServer server;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  private Served(LocalFolder folder, Path data, Duration idle) throws IOException {
    this.folder = folder;
    this.tokens = new TokenStore(data);
    this.server =
        HttpServer.start(
            folder.instance(),
            new HttpServer.Access(tokens, DisguiseKey.in(data)),
            new HttpServer.Listening(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                Optional.empty(),
                idle));
  }

  static Served in(Path data) throws IOException {
    return in(data, Duration.ofMinutes(1));
  }

  /// @param idle how long a connection may say nothing
  static Served in(Path data, Duration idle) throws IOException {
    return new Served(LocalFolder.open(data, DataFolder.Progress.UNSEEN), data, idle);
  }

  /// What came back.
  record Said(int status, String contentType, String body, HttpHeaders headers) {
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException malformed) {
        throw new UncheckedIOException(body, malformed);
      }
    }
  }

  /// A new token.
  String token(Role role, String subtree) throws IOException {
    var order = new TokenOrder("test", role, ScopePath.of(subtree), Optional.empty());
    return tokens.issue(order, Instant.EPOCH).secret();
  }

  URI uri(String address) {
    return URI.create("http://127.0.0.1:" + server.port() + address);
  }

  HttpClient http() {
    return http;
  }

  LocalFolder folder() {
    return folder;
  }

  /// Calls, and waits for what comes back.
  ///
  /// @param headers names and values in turn
  Said call(String token, String method, String address, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return send(
        token, new AnyCall.Made(method, address, new AnyCall.Body(bytes), List.of(headers)));
  }

  /// Sends a call, and waits for what comes back, but not for what a stream tells.
  Said send(String token, AnyCall.Made call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(call.address()))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .method(
                call.method(),
                call.body().bytes.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(call.body().bytes));
    if (!call.headers().isEmpty()) {
      request.headers(call.headers().toArray(String[]::new));
    }
    try {
      HttpResponse<InputStream> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      String type = response.headers().firstValue("Content-Type").orElse("");
      try (InputStream body = response.body()) {
        String text =
            type.equals(Stream.TYPE) ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        return new Said(response.statusCode(), type, text, response.headers());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(call.toString(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    server.close();
    folder.close();
  }
}
