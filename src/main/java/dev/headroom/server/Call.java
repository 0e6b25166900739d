package dev.headroom.server;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import dev.headroom.model.ScopePath;
import dev.headroom.server.token.Grant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// One call of the API whose address was understood, by someone who is known. For one thread.
final class Call {
  private final Instance instance;
  private final Grant grant;
  private final Map<Parameter<?>, Object> values;
  private final Waiting waiting;

  Call(Instance instance, Grant grant, Map<Parameter<?>, Object> values, Waiting waiting) {
    this.instance = instance;
    this.grant = grant;
    this.values = values;
    this.waiting = waiting;
  }

  Instance instance() {
    return instance;
  }

  Grant grant() {
    return grant;
  }

  /// Who waits for what comes of it.
  Waiting waiting() {
    return waiting;
  }

  /// The value of a parameter that the route declares.
  @SuppressWarnings("unchecked") // A parameter's value was read by its own shape.
  <T> T get(Parameter<T> parameter) {
    return (T) Objects.requireNonNull(values.get(parameter), parameter.name());
  }

  /// Does something at a scope, if the caller may do that there.
  <T> Reply<T> at(ScopePath path, Supplier<Reply<T>> action) {
    if (grant.covers(path)) {
      return action.get();
    }
    return new Reply.Refused<>(
        new Refusal.NotAllowed(
            "this token is for " + grant.subtree() + " and what is below it; name a scope there"));
  }

  /// Does something at several scopes, if the caller may do that at each.
  <T> Reply<T> atAll(List<ScopePath> paths, Supplier<Reply<T>> action) {
    return paths.stream()
        .filter(path -> !grant.covers(path))
        .findFirst()
        .map(outside -> this.<T>at(outside, action))
        .orElseGet(action);
  }

  /// Does something that concerns the whole instance.
  <T> Reply<T> atRoot(Supplier<Reply<T>> action) {
    return at(ScopePath.ROOT, action);
  }

  /// What hides the rest of the instance from the caller.
  Veil veil() {
    return new Veil(grant.subtree());
  }

  /// Whether nothing is hidden from the caller.
  boolean seesAll() {
    return grant.covers(ScopePath.ROOT);
  }
}
