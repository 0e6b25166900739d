package dev.headroom.client;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What an instance is and how far it has come.
///
/// @param name for people
/// @param kind where it lives
/// @param now its engine's time
/// @param timeZone where its calendar windows begin
/// @param sequence the number of the last event
/// @param scopes how many scopes there are
/// @param readOnlyCause why nothing can be changed now (D4); empty where all is well
public record InstanceInfo(
    String name,
    Kind kind,
    Instant now,
    ZoneId timeZone,
    long sequence,
    int scopes,
    Optional<String> readOnlyCause) {

  /// The places an instance can live: three where it goes on, and one where it is over.
  public enum Kind {
    SANDBOX,
    LOCAL,
    REMOTE,
    RECORDING
  }
}
