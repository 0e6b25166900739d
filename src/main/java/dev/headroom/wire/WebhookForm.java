package dev.headroom.wire;

import dev.headroom.model.Event;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import dev.headroom.model.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How a webhook is written down.
final class WebhookForm {
  private static final Form<URI> URL = Address.of(List.of("https", "http"));
  private static final Form<String> NAME = Form.text("a name such as ops", name -> name);

  static final Form<Secret> SECRET = new Form<>("a text that only two know", WebhookForm::secret);

  private static final Form<Set<Event.Family>> FAMILIES =
      Form.list(Form.word(Event.Family.class)).as(WebhookForm::families);

  static final Form<Located<WebhookTerms>> WEBHOOK =
      Form.mapping(
          List.of(
              "name",
              "url",
              "plainHttp",
              "secret",
              "families",
              "path",
              "severity",
              "batch",
              "attempts",
              "timeout"),
          WebhookForm::webhook);

  private WebhookForm() {}

  private static Optional<Located<WebhookTerms>> webhook(Members members) {
    var name = members.required("name", NAME);
    var url = members.required("url", URL);
    boolean plainHttp = members.optional("plainHttp", Form.flag()).orElse(false);
    url.filter(address -> !plainHttp && isReadableOnTheWay(address))
        .ifPresent(address ->
            members.refuse(
                "url",
                "lets everyone on the way read the events; use https, or say plainHttp: true"));
    var secret = members.required("secret", SECRET);
    EventFilter filter = filter(members);
    WebhookTerms.Delivery delivery = delivery(members);
    return members.construct(() ->
        new Located<>(
            new WebhookTerms(
                name.orElseThrow(), url.orElseThrow(), secret.orElseThrow(), filter, delivery),
            members.line(),
            members.place()));
  }

  /// What is wrong with a secret is said without it.
  private static Optional<Secret> secret(Node node, Place place) {
    if (node instanceof Node.Scalar(int line, Node.Kind kind, String text)) {
      try {
        if (kind == Node.Kind.TEXT) {
          return Optional.of(new Secret(text));
        }
      } catch (InvalidValueException invalid) {
        place.note(line, invalid.getMessage());
        return Optional.empty();
      }
    }
    place.note(node.line(), "must be a text, in quotes if it looks like something else");
    return Optional.empty();
  }

  private static boolean isReadableOnTheWay(URI address) {
    return address.getScheme().equals("http") && !Address.isLoopback(address);
  }

  private static EventFilter filter(Members members) {
    return new EventFilter(
        members.optional("families", FAMILIES).orElseGet(Set::of),
        members.optional("path", LimitForm.PATH).orElse(ScopePath.ROOT),
        members.optional("severity", Form.word(Severity.class)).orElse(Severity.INFO));
  }

  private static Set<Event.Family> families(List<Event.Family> families) {
    if (families.isEmpty()) {
      throw new InvalidValueException("must have at least one family, or be left out for all");
    }
    return EnumSet.copyOf(families);
  }

  private static WebhookTerms.Delivery delivery(Members members) {
    WebhookTerms.Delivery standard = WebhookTerms.Delivery.DEFAULT;
    return new WebhookTerms.Delivery(
        members.optional("batch", count(WebhookTerms.Delivery.BATCH_MAX)).orElse(standard.batch()),
        members
            .optional("attempts", count(WebhookTerms.Delivery.ATTEMPTS_MAX))
            .orElse(standard.attempts()),
        members
            .optional("timeout", within(WebhookTerms.Delivery.TIMEOUT_MAX))
            .orElse(standard.timeout()));
  }

  static Form<Integer> count(int most) {
    return Form.wholeNumber(1, most).as(Math::toIntExact);
  }

  /// A duration of at least a tenth of a second.
  static Form<Duration> within(Duration most) {
    return Form.duration()
        .as(duration -> {
          if (duration.toMillis() < 100 || duration.compareTo(most) > 0) {
            throw new InvalidValueException("must be PT0.1S to " + most + ", not " + duration);
          }
          return duration;
        });
  }
}
