package dev.headroom.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.model.Refusal;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Refusals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Why a call was not carried out, as a problem document (RFC 9457).
final class Problem {
  private static final int RETRY_SECONDS = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Problem() {}

  /// What the engine, or whoever stands before it, refused.
  static HttpAnswer of(Refusal refusal) {
    int status = Refusals.status(refusal);
    byte[] body = Json.write(Refusals.REFUSAL, refusal);
    HttpAnswer answer = new HttpAnswer(status, HttpAnswer.PROBLEM, Map.of(), body);
    return status == 503 ? answer.with("Retry-After", Integer.toString(RETRY_SECONDS)) : answer;
  }

  /// What was not understood, with all that is wrong with it.
  static HttpAnswer unreadable(List<Refusal.Problem> problems) {
    byte[] body = Json.write(Refusals.UNREADABLE, new Refusal.Invalid(problems));
    return new HttpAnswer(Refusals.UNREADABLE_STATUS, HttpAnswer.PROBLEM, Map.of(), body);
  }

  /// The same of one thing.
  static HttpAnswer unreadable(String pointer, String detail) {
    return unreadable(List.of(new Refusal.Problem(pointer, detail)));
  }

  /// A problem document that says besides what was called.
  static byte[] of(byte[] problem, String address) {
    try {
      ObjectNode named = (ObjectNode) JSON.readTree(problem);
      return named.put("instance", address).toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a problem document is JSON", impossible);
    }
  }

  static HttpAnswer unknownCaller() {
    return of(
            401,
            "unknown-caller",
            "Who is asking?",
            "no valid token came with the request; send Authorization: Bearer TOKEN, and have one"
                + " made by headroom token create")
        .with("WWW-Authenticate", "Bearer");
  }

  static HttpAnswer unknownRoute(String path) {
    return of(
        404, "unknown-route", "Not found", "there is nothing at " + shown(path) + " of this API");
  }

  static HttpAnswer wrongMethod(String path, Stream<Verb> allowed) {
    String verbs = allowed.map(Verb::name).distinct().collect(Collectors.joining(", "));
    return of(405, "wrong-method", "Method not allowed", shown(path) + " takes " + verbs)
        .with("Allow", verbs);
  }

  static HttpAnswer tooLarge(long most) {
    return of(
        413,
        "too-large",
        "Too large",
        "the body of this request may have at most "
            + (most >> 20)
            + " MiB, and has more; ask for less at a time, in several requests");
  }

  static HttpAnswer tooMany(String what) {
    return of(429, "too-many", "Too many at once", what)
        .with("Retry-After", Integer.toString(RETRY_SECONDS));
  }

  /// Nobody knows whether it happened.
  static HttpAnswer uncertain(String cause) {
    return of(
            503,
            "uncertain",
            "Nobody knows",
            "it may or may not have happened; say the same again with the same request id: "
                + cause)
        .with("Retry-After", Integer.toString(RETRY_SECONDS));
  }

  static HttpAnswer notNow(String cause) {
    return of(503, "not-now", "Not now", cause)
        .with("Retry-After", Integer.toString(RETRY_SECONDS));
  }

  /// Something broke that should not have; what, is for the server's log only.
  static HttpAnswer broken() {
    return of(500, "broken", "Broken", "the server failed to answer this; its log says why");
  }

  /// What the HTTP library itself refuses.
  static HttpAnswer malformed(int status, String detail) {
    return of(status, "malformed", "Not understood", detail);
  }

  private static HttpAnswer of(int status, String type, String title, String detail) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "urn:headroom:" + type);
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", detail);
    byte[] body = problem.toString().getBytes(StandardCharsets.UTF_8);
    return new HttpAnswer(status, HttpAnswer.PROBLEM, Map.of(), body);
  }

  private static String shown(String path) {
    int most = 100;
    return path.length() <= most ? path : path.substring(0, most) + "…";
  }
}
