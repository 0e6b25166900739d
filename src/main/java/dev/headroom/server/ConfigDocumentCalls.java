package dev.headroom.server;

import dev.headroom.client.ConfigPlan;
import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.client.json.Answers;
import dev.headroom.model.Change;
import dev.headroom.model.Command;
import dev.headroom.model.Config;
import dev.headroom.model.Outcome;
import dev.headroom.model.Refusal;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.ConfigDocument;
import dev.headroom.wire.ConfigReading;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// All limits, pools and settings as one document at `/v1/config`, in YAML or JSON, to be kept
/// under version control: what `GET` gives, `PUT` takes. The tag is the version that holds; a `PUT`
/// with `If-Match` is refused if another holds by then.
final class ConfigDocumentCalls {
  static final String PATH = "/v1/config";

  static final String YAML = "application/yaml";
  private static final String DRY_RUN = "dryRun";

  private final Instance instance;

  ConfigDocumentCalls(Instance instance) {
    this.instance = instance;
  }

  /// Answers a call at [#PATH].
  HttpAnswer answer(HttpCall call, Grant grant) {
    Permission needed = call.is(Verb.PUT) ? Permission.CHANGE_CONFIG : Permission.READ;
    if (!grant.may(needed, ScopePath.ROOT)) {
      return Problem.of(
          new Refusal.NotAllowed("the document as a whole is for tokens of / that may change it"));
    }
    return switch (call.verb().orElse(Verb.POST)) {
      case GET -> said(instance.config(), now -> document(call, now));
      case PUT -> put(call);
      case POST, DELETE -> Problem.wrongMethod(PATH, List.of(Verb.GET, Verb.PUT).stream());
    };
  }

  private static HttpAnswer document(HttpCall call, VersionedConfig now) {
    boolean yaml = call.header("accept").filter(accept -> accept.contains("yaml")).isPresent();
    String text = yaml ? ConfigDocument.yaml(now.config()) : ConfigDocument.json(now.config());
    return new HttpAnswer(
        200,
        yaml ? YAML : HttpAnswer.JSON,
        Map.of("ETag", tag(now), "Headroom-Settings-Version", Long.toString(now.settingsVersion())),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpAnswer put(HttpCall call) {
    return switch (ConfigDocument.read(call.body())) {
      case ConfigReading.Refused(var problems) ->
          Problem.of(
              new Refusal.Invalid(
                  problems.stream()
                      .map(problem ->
                          new Refusal.Problem("line " + problem.line(), problem.sentence()))
                      .toList()));
      case ConfigReading.Accepted(var wanted) -> put(call, wanted);
    };
  }

  private HttpAnswer put(HttpCall call, Config wanted) {
    Optional<String> basedOn = call.header("if-match");
    return said(
        instance.config(),
        now ->
            basedOn.filter(tag -> !tag.equals(tag(now))).isPresent()
                ? Problem.of(stale(basedOn.get(), now))
                : said(ConfigPlan.towards(instance, wanted), changes -> carryOut(call, changes)));
  }

  private HttpAnswer carryOut(HttpCall call, List<Change> changes) {
    Map<String, String> query = call.query();
    boolean dryRun = query.getOrDefault(DRY_RUN, "false").equals("true");
    if (dryRun) {
      return HttpAnswer.json(Json.write(Answers.CHANGES, changes));
    }
    String author = query.getOrDefault("author", "");
    String reason = query.getOrDefault("reason", "");
    Optional<String> id = call.header("idempotency-key");
    if (author.isBlank() || reason.isBlank() || id.isEmpty()) {
      return Problem.of(
          Refusal.Invalid.at(
              "", "needs ?author= and ?reason=, and an Idempotency-Key; or ?dryRun=true"));
    }
    if (changes.isEmpty()) {
      return said(
          instance.config(),
          now ->
              HttpAnswer.json(
                  Json.write(Effects.CONFIG_CHANGED, new Outcome.ConfigChanged(now.version()))));
    }
    return said(
        instance.apply(new Command.ApplyChanges(new RequestId(id.get()), changes, author, reason)),
        changed -> HttpAnswer.json(Json.write(Effects.CONFIG_CHANGED, changed)));
  }

  private static Refusal stale(String tag, VersionedConfig now) {
    String digits = tag.replaceAll("[^0-9]", "");
    long basedOn = digits.isEmpty() || digits.length() > 18 ? 0 : Long.parseLong(digits);
    return new Refusal.StaleVersion("the configuration", basedOn, now.version());
  }

  private static String tag(VersionedConfig now) {
    return "\"" + now.version() + "\"";
  }

  private static <T> HttpAnswer said(Reply<T> reply, Function<T, HttpAnswer> decided) {
    return switch (reply) {
      case Reply.Decided<T>(var value) -> decided.apply(value);
      case Reply.Refused<T>(var refusal) -> Problem.of(refusal);
      case Reply.Silence<T>(var _, var cause) -> Problem.uncertain(cause);
    };
  }
}
