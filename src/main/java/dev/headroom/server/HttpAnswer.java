package dev.headroom.server;

import java.util.HashMap;
import java.util.Map;

/// What goes over the wire.
final class HttpAnswer {
  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";

  private final int status;
  private final String contentType;
  private final Map<String, String> headers;
  private final byte[] body;

  /// @param status of HTTP
  /// @param contentType of the body
  /// @param headers further ones
  /// @param body never changed afterwards
  HttpAnswer(int status, String contentType, Map<String, String> headers, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.headers = headers;
    this.body = body;
  }

  static HttpAnswer json(byte[] body) {
    return new HttpAnswer(200, JSON, Map.of(), body);
  }

  /// The same with a header.
  HttpAnswer with(String header, String value) {
    Map<String, String> all = new HashMap<>(headers);
    all.put(header, value);
    return new HttpAnswer(status, contentType, Map.copyOf(all), body);
  }

  /// The same, a problem naming what was called (RFC 9457, 3.1.5).
  ///
  /// @param address as it came
  HttpAnswer to(String address) {
    return contentType.equals(PROBLEM)
        ? new HttpAnswer(status, contentType, headers, Problem.of(body, address))
        : this;
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
