package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own.
///
/// @param url where it says it is
/// @param rest what else it says
record ServerProcess(Process process, String url, BufferedReader rest) implements AutoCloseable {
  static ServerProcess start(Path data, String... options) throws IOException {
    return start(data, List.of(), options);
  }

  /// One that trusts nobody but a certificate.
  static ServerProcess trusting(Certificate certificate, Path data) throws IOException {
    return start(
        data,
        List.of(
            "-Djavax.net.ssl.trustStore=" + certificate.file(),
            "-Djavax.net.ssl.trustStorePassword=" + Certificate.PASSWORD));
  }

  private static ServerProcess start(Path data, List<String> properties, String... options)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path")));
    command.addAll(properties);
    command.add(Main.class.getName());
    command.addAll(List.of("serve", "--data", data.toString(), "--listen", "127.0.0.1:0"));
    command.addAll(List.of(options));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder before = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      int at = line.indexOf(" at http");
      if (line.startsWith("headroom: serving ") && at > 0) {
        return new ServerProcess(process, line.substring(at + 4), said);
      }
      before.append(line).append('\n');
    }
    process.destroyForcibly();
    throw new AssertionError("it did not serve: " + before);
  }

  /// A new token for everything.
  static String token(Path data, String role) {
    List<String> said =
        Run.of("token", "create", "--data", data.toString(), "--role", role)
            .out()
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    return said.getLast().strip();
  }

  /// The request for five tokens.
  static HttpRequest allocation(String url, String token, String id) {
    String body =
        """
        {"requestId": "%s", "path": "/user:ada", "lines": [{"type": "TOKENS", "amount": 5, "required": true}]}
        """
            .formatted(id);
    return HttpRequest.newBuilder(URI.create(url + "/v1/allocations"))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /// Waits until one of its figures is so.
  void awaitFigure(String token, String line) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create(url + "/metrics"))
            .header("Authorization", "Bearer " + token)
            .build();
    String figures = "";
    try (HttpClient http = HttpClient.newHttpClient()) {
      while (!figures.lines().toList().contains(line)) {
        assertThat(System.nanoTime()).as(figures).isLessThan(end);
        figures = http.send(ask, HttpResponse.BodyHandlers.ofString()).body();
      }
    }
  }

  /// Asks it to end, as an operating system does.
  ///
  /// @return what it said
  String end() throws IOException, InterruptedException {
    process.toHandle().destroy();
    String said = String.join("\n", rest.lines().toList());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
    return said;
  }

  /// Kills it if it still runs.
  @Override
  public void close() {
    process.destroyForcibly();
  }
}
