package dev.headroom.server;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/// What came over the wire, before anyone understood it.
final class HttpCall {
  private static final String BEARER = "Bearer ";

  private final Optional<Verb> verb;
  private final String path;
  private final Query query;
  private final Map<String, String> headers;
  private final byte[] body;

  /// @param verb empty where the method is none of ours
  /// @param path decoded, as in `/v1/allocations`
  /// @param query what follows the question mark
  /// @param headers by name in lower case
  /// @param body at most [Api#BODY_LARGE_MAX] bytes, never changed afterwards
  HttpCall(
      Optional<Verb> verb, String path, Query query, Map<String, String> headers, byte[] body) {
    this.verb = verb;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
  }

  /// What follows the question mark.
  ///
  /// @param said by name
  /// @param repeated the names that stand there more than once
  record Query(Map<String, String> said, SortedSet<String> repeated) {}

  /// Whether it is called like that.
  boolean is(Verb wanted) {
    return verb.isPresent() && verb.get() == wanted;
  }

  /// How it is called; empty where the method is none of ours.
  Optional<Verb> verb() {
    return verb;
  }

  String path() {
    return path;
  }

  Map<String, String> query() {
    return query.said;
  }

  /// What follows the question mark more than once, so that it is not clear what is meant.
  SortedSet<String> repeated() {
    return query.repeated;
  }

  byte[] body() {
    return body;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// What stands behind `Authorization: Bearer`.
  Optional<String> bearer() {
    return header("authorization")
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).trim());
  }
}
