package dev.headroom.sink.webhook;

import dev.headroom.wire.WebhookTerms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/// What is kept of a webhook in the data folder.
public final class WebhookFolder {
  private final WebhookTerms terms;
  private final Position position;
  private final DeadLetters deadLetters;

  /// @param data the data folder
  public WebhookFolder(Path data, WebhookTerms terms) {
    Path folder = data.resolve("sinks").resolve("webhooks").resolve(terms.name());
    this.terms = terms;
    this.position = new Position(folder.resolve("position"));
    this.deadLetters = new DeadLetters(folder.resolve("dead"));
  }

  /// What it is.
  public WebhookTerms terms() {
    return terms;
  }

  /// The number of the last event that it is done with; nothing where it never began.
  public OptionalLong position() throws IOException {
    return position.read();
  }

  /// What it did not get.
  public DeadLetters deadLetters() {
    return deadLetters;
  }

  /// Sends a dead letter once more, and forgets it if that works.
  ///
  /// @return what went wrong, for people; empty where it was delivered
  public Optional<String> redeliver(DeadLetter letter, InstantSource clock) throws IOException {
    if (letter.body().isEmpty()) {
      return Optional.of("its events were not kept");
    }
    Letter again = new Letter(terms.name(), letter.from(), letter.to(), letter.body().get());
    try (Courier courier = new Courier(terms, clock)) {
      return switch (courier.send(again, letter.attempts() + 1)) {
        case Receipt.Delivered() -> {
          deadLetters.remove(letter);
          yield Optional.empty();
        }
        case Receipt.Unwanted(var reason) -> Optional.of(reason);
        case Receipt.Failed(var reason, var _) -> Optional.of(reason);
      };
    }
  }

  Position positionFile() {
    return position;
  }
}
