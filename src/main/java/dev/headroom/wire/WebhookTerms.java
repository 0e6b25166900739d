package dev.headroom.wire;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Secret;
import java.net.URI;
import java.time.Duration;

/// Where events are sent, and how.
///
/// @param name for people, files and headers; unique among webhooks
/// @param url takes them by POST
/// @param secret signs them; known to whoever takes them
/// @param filter which events
/// @param delivery how many at a time, and how often it is tried
public record WebhookTerms(
    String name, URI url, Secret secret, EventFilter filter, Delivery delivery) {
  /// The longest name.
  public static final int NAME_LENGTH_MAX = 64;

  /// The shortest secret; what is shorter can be guessed.
  public static final int SECRET_LENGTH_MIN = 16;

  /// @throws InvalidValueException where the name is not written as it must be, or the secret is
  ///   too short
  public WebhookTerms {
    if (!name.matches("[a-z0-9][a-z0-9-]{0," + (NAME_LENGTH_MAX - 1) + "}")) {
      throw new InvalidValueException(
          "the name of a webhook has 1 to %d characters of a-z, 0-9 and -, not %s",
          NAME_LENGTH_MAX, name);
    }
    if (secret.text().length() < SECRET_LENGTH_MIN) {
      throw new InvalidValueException(
          "the secret of a webhook has at least %d characters", SECRET_LENGTH_MIN);
    }
  }

  /// How a webhook is served.
  ///
  /// @param batch most events of a request
  /// @param attempts how often a request is tried before it is put aside
  /// @param timeout how long a request may take in all
  public record Delivery(int batch, int attempts, Duration timeout) {
    /// 100 events, 15 attempts, which take half an hour to an hour, and ten seconds for each.
    public static final Delivery DEFAULT = new Delivery(100, 15, Duration.ofSeconds(10));

    /// Most events of a request.
    public static final int BATCH_MAX = 1000;

    /// Most attempts.
    public static final int ATTEMPTS_MAX = 100;

    /// The longest time that a request may take.
    public static final Duration TIMEOUT_MAX = Duration.ofMinutes(1);
  }
}
