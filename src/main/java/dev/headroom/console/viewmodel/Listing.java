package dev.headroom.console.viewmodel;

import dev.headroom.client.Reply;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Rows of a table that are fetched anew when the table is on show and asks for it; one question is
/// under way at a time. For the UI thread only.
///
/// @param <T> a row
public final class Listing<T> {

  /// What was fetched.
  ///
  /// @param rows in the order of display
  /// @param total how many there are in all
  /// @param problem why there are none; empty where all is well
  public record Fetched<T>(List<T> rows, int total, String problem) {
    public static <T> Fetched<T> of(List<T> rows, int total) {
      return new Fetched<>(List.copyOf(rows), total, "");
    }

    /// What `rows` makes of a decided answer, or else the problem.
    public static <A, T> Fetched<T> from(Reply<A> reply, Function<A, Fetched<T>> rows) {
      return reply instanceof Reply.Decided<A>(var answer)
          ? rows.apply(answer)
          : new Fetched<>(List.of(), 0, Phrases.problem(reply));
    }
  }

  private final Calls calls;
  private final Supplier<Supplier<Fetched<T>>> questions;
  private Consumer<Listing<T>> listener = _ -> {};
  private List<T> rows = List.of();
  private int total;
  private String problem = "";
  private boolean loaded;
  private boolean underway;
  private int generation;

  /// @param questions makes, on the UI thread, the question that is then asked elsewhere
  public Listing(Calls calls, Supplier<Supplier<Fetched<T>>> questions) {
    this.calls = calls;
    this.questions = questions;
  }

  /// Who is told when there are other rows; the last one to ask.
  public void listen(Consumer<Listing<T>> told) {
    listener = told;
  }

  /// Fetches the rows, unless that is under way.
  public void refresh() {
    if (underway) {
      return;
    }
    underway = true;
    int asked = generation;
    calls.ask(questions.get(), fetched -> take(asked, fetched));
  }

  /// Forgets the rows: they were about something else.
  public void reset() {
    generation++;
    underway = false;
    loaded = false;
    rows = List.of();
    total = 0;
    problem = "";
    listener.accept(this);
  }

  /// Fetches rows of another time, if there are any; an answer that is still under way is dropped.
  /// What is shown stays until they come.
  public void askAnew() {
    generation++;
    underway = false;
    if (loaded) {
      refresh();
    }
  }

  public List<T> rows() {
    return rows;
  }

  /// How many rows there are in all; more than [#rows] has where there are too many.
  public int total() {
    return total;
  }

  /// What to say where there are no rows: what went wrong, or that they are coming, or `nothing`.
  public String placeholder(String nothing) {
    if (!problem.isEmpty()) {
      return problem;
    }
    return loaded ? nothing : Wording.text("list.loading");
  }

  private void take(int asked, Fetched<T> fetched) {
    if (asked != generation) {
      return;
    }
    underway = false;
    boolean same = loaded && fetched.rows.equals(rows) && fetched.problem.equals(problem);
    rows = fetched.rows;
    total = fetched.total;
    problem = fetched.problem;
    loaded = true;
    if (!same) {
      listener.accept(this);
    }
  }
}
