package dev.headroom.app;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Callers that ask a server for allocations, each as soon as the last is answered, until one is
/// not.
final class ServedLoad implements AutoCloseable {
  /// How many ask at a time.
  static final int CALLERS = 16;

  private static final int ENDING = 503;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private final List<Thread> callers = new ArrayList<>();

  /// @param name begins the ids of all requests
  ServedLoad(String url, String token, String name) {
    for (int caller = 0; caller < CALLERS; caller++) {
      String prefix = name + "-" + caller + "-";
      callers.add(Thread.ofVirtual().start(() -> ask(url, token, prefix)));
    }
  }

  private void ask(String url, String token, String prefix) {
    try {
      for (int count = 0; ; count++) {
        String id = prefix + count;
        HttpResponse<String> answer = send(url, token, id);
        if (answer.statusCode() == ENDING && answer.body().contains("the server is ending")) {
          return;
        }
        answered.put(id, outcome(answer));
      }
    } catch (IOException gone) {
      // The server has ended, which is what the callers wait for.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> send(String url, String token, String id)
      throws IOException, InterruptedException {
    return http.send(
        ServerProcess.allocation(url, token, id), HttpResponse.BodyHandlers.ofString());
  }

  private String outcome(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      surprises.add(answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /// Asks once.
  ///
  /// @return the body of the answer
  String say(String url, String token, String id) throws IOException, InterruptedException {
    return outcome(send(url, token, id));
  }

  /// Waits until so many were answered.
  void awaitAnswers(int count) {
    while (answered.size() < count) {
      Thread.onSpinWait();
    }
  }

  /// Waits until nobody asks any more.
  void awaitEnd() throws InterruptedException {
    for (Thread caller : callers) {
      caller.join();
    }
  }

  /// What was answered, by request id.
  Map<String, String> answered() {
    return answered;
  }

  /// What was answered with anything but an outcome.
  Queue<String> surprises() {
    return surprises;
  }

  @Override
  public void close() {
    http.close();
  }
}
