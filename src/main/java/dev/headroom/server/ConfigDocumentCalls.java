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
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.Effects;
import dev.headroom.wire.json.Json;
import dev.headroom.wire.json.Names;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

  private static final Parameter<String> AUTHOR =
      Parameter.required("author", Names.AUTHOR, "who; or ?dryRun=true to change nothing");
  private static final Parameter<String> REASON = Parameter.required("reason", Names.REASON, "why");
  private static final Parameter<RequestId> ID =
      Parameter.required("Idempotency-Key", Names.REQUEST, "a header with an id of your own");

  private final Instance instance;

  ConfigDocumentCalls(Instance instance) {
    this.instance = instance;
  }

  /// Whether a call is one of these.
  static boolean isAt(HttpCall call) {
    return call.path().equals(PATH) && (call.is(Verb.GET) || call.is(Verb.PUT));
  }

  /// Answers a call that [#isAt(HttpCall)].
  HttpAnswer answer(HttpCall call, Grant grant) {
    boolean put = call.is(Verb.PUT);
    if (!grant.may(put ? Permission.CHANGE_CONFIG : Permission.READ, ScopePath.ROOT)) {
      return Problem.of(
          new Refusal.NotAllowed(
              put
                  ? "the document as a whole is replaced with a token of role admin for /"
                  : "the document as a whole is for tokens of /; ask for /v1/limits and"
                      + " /v1/pools"));
    }
    return put ? put(call) : said(instance.config(), now -> document(call, now));
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
    At at = At.root();
    Optional<Signed> signed = Signed.read(call, at);
    ConfigReading reading = ConfigDocument.read(call.body());
    List<Refusal.Problem> problems = new ArrayList<>(at.problems());
    if (reading instanceof ConfigReading.Refused(var wrong)) {
      wrong.stream()
          .map(each ->
              new Refusal.Problem(each.pointer(), "line " + each.line() + ": " + each.message()))
          .forEach(problems::add);
    }
    return reading instanceof ConfigReading.Accepted(var wanted) && signed.isPresent()
        ? put(call, wanted, signed.get())
        : Problem.unreadable(problems);
  }

  /// What a call says besides the document.
  ///
  /// @param edit who replaces it, why, and by what name; empty where that is only tried out
  private record Signed(Optional<Edit> edit) {
    private record Edit(RequestId id, String author, String reason) {}

    static Optional<Signed> read(HttpCall call, At at) {
      OtherCall.noteUnknown(call, at);
      Optional<Boolean> dryRun =
          Addresses.DRY_RUN.read(Optional.ofNullable(call.query().get("dryRun")), at);
      boolean real = dryRun.isPresent() && !dryRun.get();
      Optional<Edit> edit = real ? edit(call, at) : Optional.empty();
      return at.problems().isEmpty() ? Optional.of(new Signed(edit)) : Optional.empty();
    }

    private static Optional<Edit> edit(HttpCall call, At at) {
      Optional<String> author = AUTHOR.read(Optional.ofNullable(call.query().get("author")), at);
      Optional<String> reason = REASON.read(Optional.ofNullable(call.query().get("reason")), at);
      Optional<RequestId> id = ID.read(call.header("idempotency-key"), at);
      return id.isPresent() && author.isPresent() && reason.isPresent()
          ? Optional.of(new Edit(id.get(), author.get(), reason.get()))
          : Optional.empty();
    }
  }

  private HttpAnswer put(HttpCall call, Config wanted, Signed signed) {
    Optional<String> basedOn = call.header("if-match");
    return said(
        instance.config(),
        now ->
            basedOn.filter(tag -> !tag.equals(tag(now))).isPresent()
                ? Problem.of(stale(basedOn.get(), now))
                : said(ConfigPlan.towards(instance, wanted), changes -> carryOut(signed, changes)));
  }

  private HttpAnswer carryOut(Signed signed, List<Change> changes) {
    if (signed.edit.isEmpty()) {
      return HttpAnswer.json(Json.write(Answers.CHANGES, changes));
    }
    Signed.Edit edit = signed.edit.get();
    if (changes.isEmpty()) {
      return said(
          instance.config(),
          now ->
              HttpAnswer.json(
                  Json.write(Effects.CONFIG_CHANGED, new Outcome.ConfigChanged(now.version()))));
    }
    return said(
        instance.apply(new Command.ApplyChanges(edit.id, changes, edit.author, edit.reason)),
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
