package dev.headroom.node;

import dev.headroom.journal.Ticket;
import dev.headroom.model.Command;
import dev.headroom.model.Event;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Keeps nothing.
///
/// @param cause why nothing may happen; empty where anything may
record NoLog(Optional<String> cause) implements CommandLog {
  /// That of an instance as it was, of which nothing can be changed.
  static NoLog asOf(Instant then) {
    return new NoLog(Optional.of("this is how it was at " + then));
  }

  @Override
  public boolean keepsAnything() {
    return false;
  }

  @Override
  public boolean isDurable() {
    return false;
  }

  @Override
  public Ticket append(Instant at, Command command) {
    return KEPT;
  }

  @Override
  public List<Event> retell(Span span, BooleanSupplier cancelled) {
    return List.of();
  }

  @Override
  public void recount(Span span, Recount.Listener listener, BooleanSupplier cancelled) {}

  @Override
  public Optional<Instant> begins() {
    return Optional.empty();
  }

  @Override
  public void relive(Reliving reliving) {}

  @Override
  public void close() {}
}
