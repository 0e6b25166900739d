package dev.headroom.wire;

import dev.headroom.model.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// Which Redis states and events are put into, and how.
///
/// @param url `redis://host:port/database`, or `rediss:` for TLS
/// @param login if it asks for one
/// @param prefix what every key begins with, before a colon
/// @param streamLength about how many events its stream keeps
/// @param interval how long changes of a state are collected before it is written again
public record RedisTerms(
    URI url, Optional<Login> login, String prefix, int streamLength, Duration interval) {
  /// Who Redis takes us for.
  ///
  /// @param user empty for Redis's own default user
  public record Login(Optional<String> user, Secret password) {}
}
