package dev.headroom.console.viewmodel;

import dev.headroom.model.PoolId;
import dev.headroom.model.ScopePath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What is thrown into the simulation that is shown. For the UI thread only.
public final class InjectModel {
  private final Supplier<Optional<SandboxControl>> sandbox;
  private final Supplier<Desk> desk;
  private final Calls calls;
  private final Consumer<Supplier<String>> remark;

  /// What can be thrown in.
  ///
  /// @param kind its short name
  /// @param name for people
  /// @param about what it does, in a sentence or two
  public record Choice(String kind, String name, String about) {}

  /// A disturbance under way.
  ///
  /// @param text what, where, and for how long still
  /// @param address the scope that it is about
  public record Line(int number, String text, String address) {}

  InjectModel(
      Supplier<Optional<SandboxControl>> sandbox,
      Supplier<Desk> desk,
      Calls calls,
      Consumer<Supplier<String>> remark) {
    this.sandbox = sandbox;
    this.desk = desk;
    this.calls = calls;
    this.remark = remark;
  }

  private Injector injector() {
    return sandbox.get().map(SandboxControl::injector).orElse(Injector.NONE);
  }

  /// What can be thrown in, in the order to offer it.
  public List<Choice> choices() {
    return injector().kinds().stream()
        .map(kind -> new Choice(kind, name(kind), Wording.text("inject.about." + kind)))
        .toList();
  }

  /// Where it would be thrown in now, in words.
  public String aim() {
    return wanted()
        .map(path -> Wording.text("inject.aim.scope", path.text()))
        .orElseGet(() -> Wording.text("inject.aim.chance"));
  }

  /// The selected scope; `/` stands for all of it, where the simulation may choose.
  private Optional<ScopePath> wanted() {
    return Optional.of(ScopePath.of(desk.get().selection().address()))
        .filter(path -> !path.isRoot());
  }

  /// Throws one in, and says so if there was nothing to disturb.
  public void inject(String kind) {
    Injector injector = injector();
    Optional<ScopePath> wanted = wanted();
    calls.ask(
        () -> injector.inject(kind, wanted),
        disturbs -> {
          if (!disturbs) {
            remark.accept(() -> Wording.text("inject.nothing", name(kind)));
          }
        });
  }

  /// Those under way, in the order in which they began.
  public List<Line> underway() {
    if (desk.get().freshness().isPast()) {
      return List.of(); // That is of the present.
    }
    Instant now = desk.get().now();
    return injector().thrown().stream()
        .filter(thrown -> !thrown.isOver())
        .map(thrown -> line(thrown, now))
        .toList();
  }

  private static Line line(Injector.Thrown thrown, Instant now) {
    Duration left = Duration.between(now, thrown.until());
    String span =
        Times.span(left.isNegative() ? Duration.ZERO : left.truncatedTo(ChronoUnit.SECONDS));
    String name = name(thrown.kind());
    String text =
        thrown
            .pool()
            .map(pool -> Wording.text("inject.line.pool", name, pool, thrown.path(), span))
            .orElseGet(() -> Wording.text("inject.line.scope", name, thrown.path(), span));
    return new Line(thrown.number(), text, thrown.path().text());
  }

  /// All that were thrown in since the beginning, in their order.
  public List<Injector.Thrown> thrown() {
    return injector().thrown();
  }

  /// The pools that something under way has changed.
  public Set<PoolId> disturbedPools() {
    return thrown().stream()
        .filter(each -> !each.isOver())
        .flatMap(each -> each.pool().stream())
        .map(PoolId::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// What a kind of disturbance is called.
  public static String name(String kind) {
    return Wording.text("inject.name." + kind);
  }

  /// How many were thrown in since the beginning, which playing it again repeats.
  public int count() {
    return injector().thrown().size();
  }

  /// Ends one before its time.
  public void end(int number) {
    calls.say(() -> injector().end(number));
  }
}
