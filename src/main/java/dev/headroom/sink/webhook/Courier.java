package dev.headroom.sink.webhook;

import dev.headroom.wire.WebhookTerms;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Takes letters to one webhook, each once, over HTTP. Any thread may call it.
final class Courier implements AutoCloseable {
  /// Longest wait that someone may ask for.
  static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);

  /// Where `Retry-After` is kept from OkHttp, which would try again by itself, and break on numbers
  /// that are too large.
  private static final String RETRY_AFTER = "Headroom-Retry-After";

  private static final MediaType JSON = MediaType.get("application/json");
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_EARLY = 425;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  private final WebhookTerms terms;
  private final InstantSource clock;
  private final HttpUrl url;
  private final OkHttpClient http;

  Courier(WebhookTerms terms, InstantSource clock) {
    this.terms = terms;
    this.clock = clock;
    this.url = HttpUrl.get(terms.url().toString());
    Duration timeout = terms.delivery().timeout();
    this.http =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(Courier::keepRetryAfter)
            .connectTimeout(timeout)
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .callTimeout(timeout)
            .build();
  }

  /// Sends a letter and waits for the answer, at most as long as the terms say.
  ///
  /// @param attempt counted from 1
  Receipt send(Letter letter, int attempt) {
    byte[] body = letter.bytes();
    long seconds = clock.instant().getEpochSecond();
    Request request =
        new Request.Builder()
            .url(url)
            .header("User-Agent", "headroom")
            .header("Headroom-Webhook", terms.name())
            .header("Headroom-Delivery", letter.delivery())
            .header("Headroom-Attempt", Integer.toString(attempt))
            .header("Headroom-Timestamp", Long.toString(seconds))
            .header("Headroom-Signature", Signature.of(terms.secret(), seconds, body))
            .post(RequestBody.create(body, JSON))
            .build();
    try (Response response = http.newCall(request).execute()) {
      return receipt(response);
    } catch (InterruptedIOException late) {
      return new Receipt.Failed("no answer within " + terms.delivery().timeout(), Optional.empty());
    } catch (IOException failure) {
      return new Receipt.Failed("cannot be reached: " + failure.getMessage(), Optional.empty());
    }
  }

  private Receipt receipt(Response response) {
    int status = response.code();
    if (response.isSuccessful()) {
      return new Receipt.Delivered();
    }
    String reason = "answered " + status;
    return switch (status) {
      case REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY -> failed(reason, response);
      default -> status >= SERVER_ERROR ? failed(reason, response) : new Receipt.Unwanted(reason);
    };
  }

  private Receipt failed(String reason, Response response) {
    Optional<Duration> wait =
        Optional.ofNullable(response.header(RETRY_AFTER)).flatMap(this::retryAfter);
    return new Receipt.Failed(reason, wait);
  }

  private static Response keepRetryAfter(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String said = Objects.requireNonNullElse(response.header("Retry-After"), "");
    return response
        .newBuilder()
        .removeHeader("Retry-After")
        .header(RETRY_AFTER, said.matches("[ -~]{1,64}") ? said : "")
        .build();
  }

  /// Seconds or a date; what is neither is as if nothing was said.
  private Optional<Duration> retryAfter(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(text))));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(bounded(Duration.between(clock.instant(), then)));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(RETRY_AFTER_MAX) < 0 ? wait : RETRY_AFTER_MAX;
  }

  /// Gives up what is under way.
  void cancel() {
    http.dispatcher().cancelAll();
  }

  @Override
  public void close() {
    cancel();
    http.connectionPool().evictAll();
    http.dispatcher().executorService().shutdown();
  }
}
