package dev.headroom.console.viewmodel.report;

import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.model.ScopePath;
import dev.headroom.model.report.UsageReport;
import java.util.function.Consumer;

/// Asks for reports about one scope and span at a time. For the UI thread only.
public final class ReportModel {
  private final Desk desk;
  private ScopePath path = ScopePath.ROOT;
  private ReportSpan span;
  private State state = new State.Asking();
  private Consumer<State> listener = _ -> {};
  private long asked;

  /// How it stands.
  public sealed interface State {
    /// The report is on its way.
    record Asking() implements State {}

    /// Here it is.
    record Shown(ReportReading reading) implements State {}

    /// It cannot be had.
    ///
    /// @param why for people
    record Failed(String why) implements State {}
  }

  /// Reports on what a desk shows.
  ///
  /// @param first the span that is chosen at first
  public ReportModel(Desk desk, ReportSpan first) {
    this.desk = desk;
    this.span = first;
  }

  /// Who is told how it stands, now and whenever that changes.
  public void listen(Consumer<State> told) {
    listener = told;
    told.accept(state);
  }

  /// Which span is chosen.
  public ReportSpan span() {
    return span;
  }

  /// Reports on a scope.
  ///
  /// @param address its path
  public void open(String address) {
    path = ScopePath.of(address);
    ask();
  }

  /// Reports on another span.
  public void choose(ReportSpan other) {
    span = other;
    ask();
  }

  /// Reports on the same again.
  public void ask() {
    asked++;
    long turn = asked;
    ScopePath about = path;
    ReportSpan over = span;
    become(new State.Asking());
    Instance instance = desk.instance();
    desk.calls()
        .ask(
            () -> report(instance, about, over),
            answer -> {
              if (turn == asked) {
                become(answer);
              }
            });
  }

  private static State report(Instance instance, ScopePath path, ReportSpan span) {
    InstanceInfo info = instance.info();
    Reply<UsageReport> reply = instance.usage(span.about(path, info.now(), info.timeZone()));
    return reply instanceof Reply.Decided<UsageReport>(var report)
        ? new State.Shown(new ReportWriter(report).reading())
        : new State.Failed(Phrases.problem(reply));
  }

  private void become(State next) {
    state = next;
    listener.accept(next);
  }
}
