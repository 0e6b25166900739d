package dev.headroom.console.viewmodel.command;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.ScopePage;
import dev.headroom.client.ScopeQuery;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.ScopeStatus;
import dev.headroom.model.filter.ScopeFilter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds actions, scopes and alerts by words that their names contain. For the UI thread only.
public final class Finder {
  private static final int SCOPES_MAX = 12;
  private static final int ALERTS_MAX = 8;
  private static final int DEPTH_ALL = 5;

  /// Something that was found.
  ///
  /// @param group what kind of thing it is
  /// @param title what it is called
  /// @param keys its shortcut; empty for none
  /// @param run what choosing it does
  public record Hit(String group, String title, String keys, Runnable run) {}

  private final Actions actions;
  private final Desk desk;
  private final Consumer<String> visit;
  private List<Hit> hits = List.of();
  private Runnable listener = () -> {};
  private int generation;

  /// @param actions everything that can be done
  /// @param desk whose scopes and alerts are found
  /// @param visit is told the address of a scope to go to
  public Finder(Actions actions, Desk desk, Consumer<String> visit) {
    this.actions = actions;
    this.desk = desk;
    this.visit = visit;
  }

  /// Who is told when other things were found.
  public void listen(Runnable told) {
    listener = told;
  }

  /// What was found: actions at once, scopes and alerts as they come.
  public List<Hit> hits() {
    return hits;
  }

  /// Finds anew.
  public void find(String text) {
    generation++;
    int asked = generation;
    List<String> words =
        Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    hits =
        actions.all().stream()
            .filter(action -> contains(action.group() + " " + action.name(), words))
            .map(action -> new Hit(action.group(), action.name(), action.keys(), action.run()))
            .toList();
    listener.run();
    if (words.isEmpty()) {
      return;
    }
    Instance instance = desk.instance();
    var query =
        new ScopeQuery(
            desk.home(), DEPTH_ALL, ScopeQuery.Sort.NAME, ScopeFilter.words(words), 0, SCOPES_MAX);
    ask(asked, () -> instance.scopes(query), page -> scopes(page));
    ask(
        asked,
        () -> instance.alerts().overview(desk.home(), EnumSet.allOf(AlertState.class)),
        overview -> alerts(overview, words));
  }

  private <T> void ask(
      int asked, java.util.function.Supplier<Reply<T>> question, Function<T, List<Hit>> found) {
    desk.calls()
        .ask(
            question,
            reply -> {
              if (asked == generation && reply instanceof Reply.Decided<T>(T value)) {
                List<Hit> more = new ArrayList<>(hits);
                more.addAll(found.apply(value));
                hits = List.copyOf(more);
                listener.run();
              }
            });
  }

  private List<Hit> scopes(ScopePage page) {
    return page.scopes().stream().map(this::scope).toList();
  }

  private Hit scope(ScopeStatus scope) {
    String address = scope.path().text();
    return new Hit(Wording.text("group.scope"), address, "", () -> visit.accept(address));
  }

  private List<Hit> alerts(AlertOverview overview, List<String> words) {
    return overview.alerts().stream()
        .filter(alert -> contains(name(alert), words))
        .limit(ALERTS_MAX)
        .map(alert ->
            new Hit(
                Wording.text("group.alert"),
                name(alert),
                "",
                () -> visit.accept(alert.constraint().path().text())))
        .toList();
  }

  private static String name(Alert alert) {
    return Wording.text(
        "finder.alert", Phrases.scope(alert.constraint().path()), Phrases.alert(alert.ref()));
  }

  private static boolean contains(String text, List<String> words) {
    String lower = text.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(lower::contains);
  }
}
