package dev.headroom.wire;

import dev.headroom.model.InvalidValueException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a Redis is written down.
final class RedisForm {
  private static final int STREAM_LENGTH_MAX = 10_000_000;
  private static final int STREAM_LENGTH = 100_000;
  private static final Duration INTERVAL_MAX = Duration.ofHours(1);

  private static final Form<URI> URL =
      Address.of(List.of("redis", "rediss")).as(RedisForm::withDatabase);
  private static final Form<String> USER = Form.text("a user's name", user -> user);
  private static final Form<String> PREFIX =
      Form.text("what keys begin with, such as headroom", RedisForm::prefix);

  static final Form<RedisTerms> REDIS =
      Form.mapping(
          List.of("url", "user", "password", "prefix", "streamLength", "interval"),
          RedisForm::redis);

  private RedisForm() {}

  private static Optional<RedisTerms> redis(Members members) {
    var url = members.required("url", URL);
    var user = members.optional("user", USER);
    var password = members.optional("password", WebhookForm.SECRET);
    if (members.has("user") && !members.has("password")) {
      members.refuse("user", "comes with a password");
    }
    String prefix = members.optional("prefix", PREFIX).orElse("headroom");
    int length =
        members
            .optional("streamLength", WebhookForm.count(STREAM_LENGTH_MAX))
            .orElse(STREAM_LENGTH);
    Duration interval =
        members
            .optional("interval", WebhookForm.within(INTERVAL_MAX))
            .orElse(Duration.ofSeconds(1));
    return members.construct(() ->
        new RedisTerms(
            url.orElseThrow(),
            password.map(secret -> new RedisTerms.Login(user, secret)),
            prefix,
            length,
            interval));
  }

  private static URI withDatabase(URI url) {
    if (!url.getPath().matches("(/\\d{0,4})?") || url.getQuery() != null) {
      throw new InvalidValueException(
          "ends with a port or the number of a database, such as redis://host.example:6379/0");
    }
    return url;
  }

  private static String prefix(String text) {
    if (!text.matches("[A-Za-z0-9._:-]{1,64}")) {
      throw new InvalidValueException(
          "must be 1 to 64 characters of A-Z, a-z, 0-9, . _ : and -, not " + text);
    }
    return text;
  }
}
