package dev.headroom.wire;

import java.util.List;
import java.util.Optional;

/// Where events and states go besides to those who ask for them.
///
/// @param webhooks by different names
/// @param redis if states are to be read there
public record SinksConfig(List<WebhookTerms> webhooks, Optional<RedisTerms> redis) {
  /// Nowhere.
  public static final SinksConfig NONE = new SinksConfig(List.of(), Optional.empty());

  /// Keeps a copy.
  public SinksConfig {
    webhooks = List.copyOf(webhooks);
  }
}
