package dev.headroom.server;

/// The methods of HTTP that the API uses.
enum Verb {
  GET,
  POST,
  PUT,
  DELETE
}
