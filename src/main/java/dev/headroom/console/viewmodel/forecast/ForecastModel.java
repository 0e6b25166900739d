package dev.headroom.console.viewmodel.forecast;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.ResourceType;
import dev.headroom.model.ScopePath;
import dev.headroom.model.forecast.UsageForecast;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/// Asks when the constraint that binds the chosen type of a scope runs out. For the UI thread only.
public final class ForecastModel {
  private final Desk desk;
  private Optional<Asked> shown = Optional.empty();
  private State state = new State.Asking();
  private Consumer<State> listener = _ -> {};
  private long asked;
  private boolean waiting;

  /// How it stands.
  public sealed interface State {
    /// It is on its way.
    record Asking() implements State {}

    /// Here it is.
    record Shown(ForecastReading reading) implements State {}

    /// There is nothing to be said.
    ///
    /// @param why for people
    record Nothing(String why) implements State {}
  }

  /// What is asked about.
  private record Asked(Instance instance, ConstraintRef constraint, ResourceType type) {}

  /// Asks the instance that a desk shows.
  public ForecastModel(Desk desk) {
    this.desk = desk;
  }

  /// Who is told how it stands, now and whenever that changes.
  public void listen(Consumer<State> told) {
    listener = told;
    told.accept(state);
  }

  /// Asks again, about what binds in the scope and of the type that are shown now. What is not
  /// answered yet is awaited, unless it is about something else.
  public void ask() {
    Optional<Asked> now = wanted();
    boolean other = !now.equals(shown);
    if (waiting && !other) {
      return;
    }
    shown = now;
    if (other) {
      become(new State.Asking());
    }
    now.ifPresentOrElse(
        this::ask, () -> become(new State.Nothing(Wording.text("forecast.nothing"))));
  }

  /// Whether what was asked about is what is shown now.
  public boolean isCurrent() {
    return wanted().equals(shown);
  }

  private Optional<Asked> wanted() {
    return desk.selection()
        .bindingConstraint()
        .flatMap(binding ->
            desk.selection().type().map(type -> new Asked(desk.instance(), binding, type)));
  }

  private void ask(Asked about) {
    asked++;
    long turn = asked;
    waiting = true;
    desk.calls()
        .ask(
            () -> answer(about),
            answer -> {
              if (turn == asked) {
                waiting = false;
                become(answer);
              }
            });
  }

  private static State answer(Asked about) {
    Instance instance = about.instance();
    ScopePath path = about.constraint().path();
    Reply<UsageForecast> reply = instance.forecast(path);
    if (!(reply instanceof Reply.Decided<UsageForecast>(var forecast))) {
      return new State.Nothing(Phrases.problem(reply));
    }
    ForecastWriter writer = new ForecastWriter(forecast.at(), instance.info().timeZone());
    return forecast.constraints().stream()
        .filter(each -> each.type() == about.type())
        .max(Comparator.comparing(each -> each.constraint().equals(about.constraint())))
        .<State>map(each -> new State.Shown(writer.reading(each)))
        .orElseGet(() -> new State.Nothing(Wording.text("forecast.nothing")));
  }

  private void become(State next) {
    state = next;
    listener.accept(next);
  }
}
