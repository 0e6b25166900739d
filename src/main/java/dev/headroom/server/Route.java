package dev.headroom.server;

import dev.headroom.client.Reply;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.At;
import dev.headroom.wire.json.ObjectShape;
import dev.headroom.wire.json.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/// One operation of the API: how it is called, who may, what it takes and gives, and what it does.
///
/// @param verb how
/// @param template where; what is in braces is a parameter
/// @param permission what its caller must be allowed to do
/// @param summary for people
/// @param parameters what its address says
/// @param body what it takes besides
/// @param answer what it gives when it goes well
/// @param check notes what is wrong with its parameters together, where each alone is right
/// @param action what it does
/// @param <B> the kind of what it takes
/// @param <A> the kind of what it gives
record Route<B, A>(
    Verb verb,
    String template,
    Permission permission,
    String summary,
    List<Parameter<?>> parameters,
    Optional<ObjectShape<B>> body,
    Shape<A> answer,
    BiConsumer<Call, At> check,
    BiFunction<Call, Optional<B>, Reply<A>> action) {

  /// One that only looks.
  static <A> Route<Void, A> read(
      String template, String summary, List<Parameter<?>> parameters, Look<A> look) {
    return new Route<>(
        Verb.GET,
        template,
        Permission.READ,
        summary,
        parameters,
        Optional.empty(),
        look.answer,
        look.check,
        (call, _) -> look.action.apply(call));
  }

  /// One that changes something. Its body is a whole command, of which the address and
  /// `Idempotency-Key` may say a part.
  ///
  /// @param where how it is called, who may, and what for
  static <B, A> Route<B, A> change(
      Where where,
      List<Parameter<?>> parameters,
      ObjectShape<B> body,
      Shape<A> answer,
      BiFunction<Call, B, Reply<A>> action) {
    return new Route<>(
        where.verb,
        where.template,
        where.permission,
        where.summary,
        parameters,
        Optional.of(body),
        answer,
        (_, _) -> {},
        (call, command) -> action.apply(call, command.orElseThrow()));
  }

  /// The parameters after the question mark that are part of its command.
  List<Parameter<?>> intoBody() {
    return parameters.stream().filter(Parameter::ofCommand).toList();
  }

  /// What a route looks at.
  record Look<A>(Shape<A> answer, BiConsumer<Call, At> check, Function<Call, Reply<A>> action) {
    Look(Shape<A> answer, Function<Call, Reply<A>> action) {
      this(answer, (_, _) -> {}, action);
    }
  }

  /// How a route is called, who may, and what for.
  record Where(Verb verb, String template, Permission permission, String summary) {}
}
