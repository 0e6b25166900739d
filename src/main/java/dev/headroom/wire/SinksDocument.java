package dev.headroom.wire;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The webhooks and the Redis of an instance as a text that people write, read as strictly as a
/// [ConfigDocument] and in the same form.
public final class SinksDocument {
  private static final int WEBHOOKS_MAX = 100;

  private static final Form<SinksConfig> SINKS =
      Form.mapping(List.of("webhooks", "redis"), SinksDocument::sinks);

  private SinksDocument() {}

  /// Reads a document in UTF-8, with or without a byte order mark.
  public static SinksReading read(byte[] document) {
    Problems problems = new Problems();
    Optional<SinksConfig> sinks =
        DocumentText.parse(document, problems)
            .flatMap(root -> SINKS.read(root, new Place("", problems)));
    return problems.count() == 0
        ? new SinksReading.Accepted(sinks.orElseThrow())
        : new SinksReading.Refused(problems.all());
  }

  private static Optional<SinksConfig> sinks(Members members) {
    List<Located<WebhookTerms>> webhooks =
        members.optional("webhooks", Form.list(WebhookForm.WEBHOOK)).orElseGet(List::of);
    Optional<RedisTerms> redis = members.optional("redis", RedisForm.REDIS);
    refuseNamesakes(webhooks);
    if (webhooks.size() > WEBHOOKS_MAX) {
      members.refuse("webhooks", "are at most " + WEBHOOKS_MAX + ", not " + webhooks.size());
    }
    return members.construct(
        () -> new SinksConfig(webhooks.stream().map(Located::value).toList(), redis));
  }

  private static void refuseNamesakes(List<Located<WebhookTerms>> webhooks) {
    Map<String, Located<WebhookTerms>> first = new HashMap<>();
    for (Located<WebhookTerms> webhook : webhooks) {
      Located<WebhookTerms> before = first.putIfAbsent(webhook.value().name(), webhook);
      if (before != null) {
        webhook.refuse(
            "is a second webhook called "
                + webhook.value().name()
                + ", the first is on line "
                + before.line()
                + "; give it another name");
      }
    }
  }
}
