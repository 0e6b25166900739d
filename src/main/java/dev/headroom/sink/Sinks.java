package dev.headroom.sink;

import dev.headroom.client.Instance;
import dev.headroom.model.Event;
import dev.headroom.sink.delivery.Backoff;
import dev.headroom.sink.delivery.SinkStatus;
import dev.headroom.sink.redis.RedisSink;
import dev.headroom.sink.webhook.Webhook;
import dev.headroom.sink.webhook.WebhookFolder;
import dev.headroom.wire.RedisTerms;
import dev.headroom.wire.SinksConfig;
import dev.headroom.wire.WebhookTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;

/// All sinks of an instance. Any thread may call it.
public final class Sinks implements AutoCloseable {
  private final List<Webhook> webhooks = new ArrayList<>();
  private final List<RedisSink> mirrors = new ArrayList<>();

  private Sinks() {}

  /// Starts what a document asks for.
  ///
  /// @param data where they keep how far they have come
  /// @param instance closed after them
  /// @param json an event as JSON
  /// @throws IOException where it cannot be read how far they have come
  public static Sinks start(
      Path data,
      SinksConfig config,
      Instance instance,
      InstantSource clock,
      Function<Event, String> json)
      throws IOException {
    Sinks sinks = new Sinks();
    boolean all = false;
    try {
      for (WebhookTerms terms : config.webhooks()) {
        Webhook.Ways ways = new Webhook.Ways(json, clock, Backoff.DEFAULT, new SplittableRandom());
        sinks.webhooks.add(Webhook.start(new WebhookFolder(data, terms), instance, ways));
      }
      for (RedisTerms terms : config.redis().stream().toList()) {
        RedisSink.Ways ways = new RedisSink.Ways(json, Backoff.DEFAULT, new SplittableRandom());
        sinks.mirrors.add(RedisSink.start(terms, instance, ways));
      }
      all = true;
      return sinks;
    } finally {
      if (!all) {
        sinks.close();
      }
    }
  }

  /// How each of them is.
  public List<SinkStatus> status() {
    return Stream.concat(
            webhooks.stream().map(Webhook::status), mirrors.stream().map(RedisSink::status))
        .toList();
  }

  /// Ends them all, soon.
  @Override
  public void close() {
    webhooks.forEach(Webhook::close);
    mirrors.forEach(RedisSink::close);
  }
}
