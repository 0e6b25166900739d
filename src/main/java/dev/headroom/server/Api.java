package dev.headroom.server;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.model.Refusal;
import dev.headroom.server.token.Grant;
import dev.headroom.server.token.Permission;
import dev.headroom.wire.json.Disguise;
import dev.headroom.wire.json.Json;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The API without its wire: finds the route of a call, asks who is calling and whether they may,
/// understands all of it, does it, and says what came of it. Any thread.
final class Api {
  /// Most bytes of a body.
  static final int BODY_MAX = 8 * 1024 * 1024;

  /// Most bytes of a body from those who may change a hundred thousand limits at once, or try that
  /// out.
  static final int BODY_LARGE_MAX = 64 * 1024 * 1024;

  private final Instance instance;
  private final HttpServer.Access access;
  private final InstantSource clock;
  private final List<Entry<?, ?>> entries;

  private record Entry<B, A>(Route<B, A> route, Template template) {}

  private record Found(Entry<?, ?> entry, Map<String, String> inAddress) {}

  /// @param clock by which tokens expire
  Api(Instance instance, HttpServer.Access access, InstantSource clock, List<Route<?, ?>> routes) {
    this.instance = instance;
    this.access = access;
    this.clock = clock;
    this.entries = routes.stream().<Entry<?, ?>>map(Api::entry).toList();
  }

  private static <B, A> Entry<B, A> entry(Route<B, A> route) {
    return new Entry<>(route, Template.of(route.template()));
  }

  /// The template of the route that an address belongs to, for metrics; empty where there is none.
  Optional<String> templateOf(String path) {
    return found(path).stream()
        .map(each -> each.entry.route.template())
        .findFirst()
        .or(() -> OtherCall.templateOf(path));
  }

  /// Carries out a call.
  HttpAnswer answer(HttpCall call, Waiting waiting) {
    List<Found> found = found(call.path());
    if (found.isEmpty()) {
      List<Verb> verbs = OtherCall.verbsAt(call.path());
      return verbs.isEmpty()
          ? Problem.unknownRoute(call.path())
          : Problem.wrongMethod(call.path(), verbs.stream());
    }
    Optional<Found> mine =
        found.stream().filter(each -> call.is(each.entry.route.verb())).findFirst();
    if (mine.isEmpty()) {
      return Problem.wrongMethod(call.path(), found.stream().map(each -> each.entry.route.verb()));
    }
    Caller caller = caller(call);
    return switch (caller) {
      case Caller.Known(var grant) ->
          seenBy(grant, () -> carryOut(call, mine.get(), grant, waiting));
      case Caller.Unknown _ -> Problem.unknownCaller();
      case Caller.Unclear(var cause) -> Problem.notNow(cause);
    };
  }

  /// Does something in the numbers and names that the caller knows.
  <T, X extends Throwable> T seenBy(Grant grant, ScopedValue.CallableOp<T, X> action) throws X {
    return ScopedValue.where(Disguise.CURRENT, access.key().of(grant)).call(action);
  }

  /// Most bytes of the body of a call, by who is calling.
  int bodyMax(HttpCall call) {
    boolean large =
        caller(call) instanceof Caller.Known(var grant) && grant.role().may(Permission.REHEARSE);
    return large ? BODY_LARGE_MAX : BODY_MAX;
  }

  /// Who is calling.
  Caller caller(HttpCall call) {
    try {
      Optional<Grant> grant = Optional.empty();
      if (call.bearer().isPresent()) {
        grant = access.tokens().authenticate(call.bearer().get(), clock.instant());
      }
      return grant.<Caller>map(Caller.Known::new).orElseGet(Caller.Unknown::new);
    } catch (IOException unreadable) {
      return new Caller.Unclear("the tokens cannot be read: " + unreadable.getMessage());
    }
  }

  /// Who is calling, as far as a token tells.
  sealed interface Caller {
    record Known(Grant grant) implements Caller {}

    record Unknown() implements Caller {}

    record Unclear(String cause) implements Caller {}
  }

  private List<Found> found(String path) {
    return entries.stream()
        .flatMap(
            entry -> entry.template.match(path).map(values -> new Found(entry, values)).stream())
        .toList();
  }

  private HttpAnswer carryOut(HttpCall call, Found found, Grant grant, Waiting waiting) {
    return carryOut(new Reading(call, found.inAddress), found.entry.route, grant, waiting);
  }

  private <B, A> HttpAnswer carryOut(
      Reading reading, Route<B, A> route, Grant grant, Waiting waiting) {
    if (!grant.role().may(route.permission())) {
      return Problem.of(new Refusal.NotAllowed(lacks(grant, route.permission())));
    }
    var call = new Call(instance, grant, reading.parameters(route), waiting);
    Optional<B> body = reading.body(route);
    reading.check(route, call);
    return reading
        .misunderstood()
        .orElseGet(() -> said(route, call.veil(), route.action().apply(call, body)));
  }

  private static <A> HttpAnswer said(Route<?, A> route, Veil veil, Reply<A> reply) {
    return switch (reply) {
      case Reply.Decided<A>(var value) -> HttpAnswer.json(Json.write(route.answer(), value));
      case Reply.Refused<A>(var refusal) -> Problem.of(veil.over(refusal));
      case Reply.Silence<A>(var _, var cause) -> Problem.uncertain(cause);
    };
  }

  private static String lacks(Grant grant, Permission permission) {
    return "a token of role "
        + grant.role().name().toLowerCase(Locale.ROOT)
        + " may not "
        + permission.name().toLowerCase(Locale.ROOT).replace('_', ' ')
        + "; that takes "
        + permission.least().name().toLowerCase(Locale.ROOT);
  }
}
