package dev.headroom.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.Event;
import dev.headroom.model.ScopePath;
import dev.headroom.model.Secret;
import dev.headroom.model.Severity;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A sinks document")
final class SinksDocumentTest {
  private static final Secret SECRET = new Secret("0123456789abcdef");

  private static SinksReading read(String text) {
    return SinksDocument.read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String text) {
    return read(text) instanceof SinksReading.Refused(var problems)
        ? problems.stream().map(ConfigProblem::toString).toList()
        : List.of();
  }

  @Test
  @DisplayName("says where events and states go")
  void saysAll() {
    String text =
        """
        webhooks:
          - {name: ops, url: "https://ops.example/hook", secret: 0123456789abcdef}
          - name: pager
            url: http://127.0.0.1:9000/in
            secret: 0123456789abcdef
            families: [RESOURCE_ALERT, RESOURCE_EXHAUSTED]
            path: /user:ada
            severity: CRITICAL
            batch: 10
            attempts: 3
            timeout: PT2S
        redis: {url: "redis://localhost:6379/2", user: h, password: p, prefix: h, \
        streamLength: 50, interval: PT0.1S}
        """;
    WebhookTerms ops =
        new WebhookTerms(
            "ops",
            URI.create("https://ops.example/hook"),
            SECRET,
            EventFilter.ALL,
            WebhookTerms.Delivery.DEFAULT);
    WebhookTerms pager =
        new WebhookTerms(
            "pager",
            URI.create("http://127.0.0.1:9000/in"),
            SECRET,
            new EventFilter(
                Set.of(Event.Family.RESOURCE_ALERT, Event.Family.RESOURCE_EXHAUSTED),
                ScopePath.of("/user:ada"),
                Severity.CRITICAL),
            new WebhookTerms.Delivery(10, 3, Duration.ofSeconds(2)));
    RedisTerms redis =
        new RedisTerms(
            URI.create("redis://localhost:6379/2"),
            Optional.of(new RedisTerms.Login(Optional.of("h"), new Secret("p"))),
            "h",
            50,
            Duration.ofMillis(100));
    assertThat(read(text))
        .isEqualTo(
            new SinksReading.Accepted(new SinksConfig(List.of(ops, pager), Optional.of(redis))));
  }

  @Test
  @DisplayName("says by default: no Redis, no webhook")
  void isOffByDefault() {
    assertThat(read("{}")).isEqualTo(new SinksReading.Accepted(SinksConfig.NONE));
  }

  @Test
  @DisplayName("never shows its secrets")
  void hidesSecrets() {
    String text =
        """
        webhooks: [{name: ops, url: "https://ops.example/", secret: 0123456789abcdef}]
        redis: {url: "redis://localhost", password: 0123456789abcdef}
        """;
    assertThat(read(text).toString()).contains("ops.example").doesNotContain(SECRET.text());
  }

  @Test
  @DisplayName("is refused with everything that is wrong at once, without its secrets")
  void isStrict() {
    String text =
        """
        webhooks:
          - {name: Ops!, url: "https://ops.example/", secret: 0123456789abcdef}
          - {nmae: ops, url: "https://ada:pw@ops.example/", secret: short}
          - {name: a, url: "http://ops.example/", secret: 0123456789abcdef, batch: 0}
          - {name: b, url: "https://ops.example/", secret: 0123456789abcdef, families: []}
          - {name: c, url: "https://ops.example/", secret: 0123456789abcdef, timeout: PT2M}
          - {name: c, url: "https://ops.example/", secret: 0123456789abcdef}
          - {name: c, url: "https://ops.example/", secret: 0123456789abcdef}
        redis: {url: "http://localhost", user: me, prefix: "a b"}
        """;
    assertThat(problems(text))
        .containsExactly(
            "line 2: webhooks[0]: the name of a webhook has 1 to 64 characters of a-z, 0-9 and -,"
                + " not Ops!",
            "line 3: webhooks[1].nmae: is not a key here; did you mean name?",
            "line 3: webhooks[1].name: is missing; it must be a name such as ops",
            "line 3: webhooks[1].url: has no user, password or # in it",
            "line 4: webhooks[2].url: lets everyone on the way read the events; use https, or say"
                + " plainHttp: true",
            "line 4: webhooks[2].batch: must be a whole number from 1 to 1000, digits only and no"
                + " quotes, not the number 0",
            "line 5: webhooks[3].families: must have at least one family, or be left out for all",
            "line 6: webhooks[4].timeout: must be PT0.1S to PT1M, not PT2M",
            "line 8: webhooks[6]: is a second webhook called c, the first is on line 7; give it"
                + " another name",
            "line 9: redis.url: must be an address such as redis://host.example:8080/path, not"
                + " http://localhost",
            "line 9: redis.user: comes with a password",
            "line 9: redis.prefix: must be 1 to 64 characters of A-Z, a-z, 0-9, . _ : and -, not"
                + " a b");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          redis://localhost, true
          redis://localhost:1/, true
          rediss://localhost:65535/15, true
          redis://localhost:65536, false
          redis://localhost/one, false
          redis://localhost/0?timeout=1, false
          localhost:6379, false
          """)
  @DisplayName("names a Redis by host, port and database")
  void namesRedis(String url, boolean accepted) {
    assertThat(problems("redis: {url: '" + url + "'}").isEmpty()).isEqualTo(accepted);
  }

  @Test
  @DisplayName("says what is wrong with a secret without saying it")
  void keepsWrongSecrets() {
    String webhook = "webhooks: [{name: a, url: 'https://ops.example/', secret: %s}]";
    assertThat(problems(String.format(Locale.ROOT, webhook, "1234567890123456")))
        .containsExactly(
            "line 1: webhooks[0].secret: must be a text, in quotes if it looks like something"
                + " else");
    assertThat(problems(String.format(Locale.ROOT, webhook, "'tr\u00e4umerei am Kamin'")))
        .containsExactly(
            "line 1: webhooks[0].secret: must be 1 to 512 characters of ASCII that can be"
                + " printed");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          http://localhost/, true
          http://127.8.0.1:80/, true
          'http://[::1]/', true
          http://127.0.0.1.example/, false
          http://10.0.0.1/, false
          https://10.0.0.1/, true
          """)
  @DisplayName("sends events in the clear to this machine only, unless told so")
  void needsTls(String url, boolean accepted) {
    String webhook = "{name: a, secret: 0123456789abcdef, url: '" + url + "'";
    assertThat(problems("webhooks: [" + webhook + "}]").isEmpty()).isEqualTo(accepted);
    assertThat(problems("webhooks: [" + webhook + ", plainHttp: true}]")).isEmpty();
  }
}
