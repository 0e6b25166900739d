package dev.headroom.console.viewmodel.suggestion;

import dev.headroom.client.Cancellation;
import dev.headroom.client.Instance;
import dev.headroom.client.InstanceInfo;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.edit.Edit;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.model.ScopePath;
import dev.headroom.model.suggestion.Advice;
import dev.headroom.model.suggestion.Dismissal;
import dev.headroom.model.suggestion.Suggestion;
import dev.headroom.model.suggestion.SuggestionQuery;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Looks for what could be done better, and does what an administrator wants about it: stages it,
/// has it stay away, or come back. For the UI thread only.
public final class SuggestionModel {
  private final Operator operator;
  private final Editing editing;
  private final ScopePath selected;
  private Runnable listener = () -> {};
  private SuggestionSpan span = SuggestionSpan.DAY;
  private boolean everything = true;
  private State state = new State.Asking(0);
  private Optional<Advice> advice = Optional.empty();
  private ZoneId zone = ZoneOffset.UTC;
  private String remark = "";
  private Cancellation underway = new Cancellation();

  /// How it stands.
  public sealed interface State {
    /// They are being looked for.
    ///
    /// @param percent how far that is; 0 where nobody knows
    record Asking(int percent) implements State {}

    /// That was cancelled.
    record Cancelled() implements State {}

    /// Too little has happened yet.
    record Young(String text) implements State {}

    /// Here they are, maybe none.
    ///
    /// @param span what they are made of
    record Shown(String span, List<SuggestionReading> readings) implements State {
      /// Those that nobody dismissed.
      public List<SuggestionReading> wanted() {
        return readings.stream().filter(reading -> !reading.isDismissed()).toList();
      }

      /// The others.
      public List<SuggestionReading> dismissed() {
        return readings.stream().filter(SuggestionReading::isDismissed).toList();
      }
    }

    /// They cannot be had.
    ///
    /// @param why for people
    record Failed(String why) implements State {}
  }

  private record Answer(Reply<Advice> reply, ZoneId zone) {}

  /// @param selected the address of the scope that is selected
  public SuggestionModel(Operator operator, Editing editing, String selected) {
    this.operator = operator;
    this.editing = editing;
    this.selected = ScopePath.of(selected);
  }

  /// Who is told that something has changed.
  public void listen(Runnable told) {
    listener = told;
  }

  /// How it stands.
  public State state() {
    return state;
  }

  /// What there is to say about what was done last; empty where nothing is.
  public String remark() {
    return remark;
  }

  /// Which span is chosen.
  public SuggestionSpan span() {
    return span;
  }

  /// What can be chosen to look at: all that one sees, or what is selected.
  public List<String> scopes() {
    return List.of(Wording.text("suggestion.scope.all"), Phrases.scope(selected));
  }

  /// Whether all that one sees is looked at.
  public boolean isAboutEverything() {
    return everything;
  }

  /// Looks at all that one sees, or at what is selected.
  public void setAboutEverything(boolean all) {
    everything = all;
    look();
  }

  /// Looks at another span.
  public void choose(SuggestionSpan other) {
    span = other;
    look();
  }

  /// Looks for suggestions; what was looked for before is of no interest any more.
  public void look() {
    underway.cancel();
    Cancellation cancellation = new Cancellation();
    underway = cancellation;
    remark = "";
    become(new State.Asking(0));
    Instance instance = operator.instance();
    var query = new SuggestionQuery(everything ? operator.home() : selected, span.length());
    operator
        .calls()
        .ask(
            () -> {
              InstanceInfo info = instance.info();
              return new Answer(
                  instance
                      .advisor()
                      .suggestions(query, cancellation, part -> tell(cancellation, part)),
                  info.timeZone());
            },
            answer -> {
              if (cancellation == underway && !cancellation.isCancelled()) {
                show(answer);
              }
            });
  }

  /// Tells how far looking is, for whoever looks for that still. Any thread.
  private void tell(Cancellation cancellation, double part) {
    int percent = (int) (part * 100);
    operator
        .calls()
        .ask(
            () -> percent,
            known -> {
              boolean isNews =
                  state instanceof State.Asking(int before)
                      && known > before
                      && cancellation == underway;
              if (isNews) {
                become(new State.Asking(known));
              }
            });
  }

  /// Ends looking.
  public void cancel() {
    if (state instanceof State.Asking) {
      underway.cancel();
      become(new State.Cancelled());
    }
  }

  private void show(Answer answer) {
    zone = answer.zone;
    if (answer.reply instanceof Reply.Decided<Advice>(var found)) {
      show(found);
    } else {
      become(new State.Failed(Phrases.problem(answer.reply)));
    }
  }

  private void show(Advice found) {
    advice = Optional.of(found);
    SuggestionWriter writer = new SuggestionWriter(zone);
    become(
        found.isTooYoung()
            ? new State.Young(writer.young(found))
            : new State.Shown(writer.span(found), writer.readings(found)));
  }

  private void become(State next) {
    state = next;
    listener.run();
  }

  /// Why nothing can be staged; empty where it can.
  public String whyNotStage() {
    return editing.lock().isUnlocked() ? "" : Wording.text("lock.locked");
  }

  /// Lets edits be made.
  public void unlock() {
    editing.lock().set(true);
    listener.run();
  }

  /// Puts a suggestion's change set into what is staged.
  ///
  /// @param then is told once it is there
  public void stage(String id, Runnable then) {
    Optional<Suggestion> suggestion = find(id);
    if (suggestion.isEmpty() || !whyNotStage().isEmpty()) {
      return;
    }
    editing.lock().use();
    Instance instance = operator.instance();
    operator
        .calls()
        .ask(
            () -> StagedEdits.of(instance, suggestion.get().changes()),
            edits -> staged(id, edits, then));
  }

  private void staged(String id, List<Edit> edits, Runnable then) {
    if (edits.isEmpty()) {
      say(Wording.text("suggestion.holds"));
      return;
    }
    String title = title(id);
    editing.changes().stageLate(title, edits);
    say(Wording.text("suggestion.staged", title));
    then.run();
  }

  private String title(String id) {
    return state instanceof State.Shown shown
        ? shown.readings().stream()
            .filter(reading -> reading.id().equals(id))
            .map(SuggestionReading::title)
            .findFirst()
            .orElse("")
        : "";
  }

  private Optional<Suggestion> find(String id) {
    return advice.stream()
        .flatMap(found -> found.suggestions().stream())
        .filter(each -> each.id().value().equals(id))
        .findFirst();
  }

  /// Why a suggestion cannot be dismissed; empty where it can.
  ///
  /// @param reason as it is typed
  public String whyNotDismiss(String reason) {
    if (!operator.lock().isEmpty()) {
      return operator.lock();
    }
    if (reason.isBlank()) {
      return Wording.text("suggestion.reason.missing");
    }
    return reason.length() > Dismissal.REASON_MAX
        ? Wording.text("suggestion.reason.long", Dismissal.REASON_MAX)
        : "";
  }

  /// Has a suggestion stay away.
  public void dismiss(String id, String reason) {
    Optional<Suggestion> suggestion = find(id);
    if (suggestion.isEmpty() || !whyNotDismiss(reason).isEmpty()) {
      return;
    }
    Instance instance = operator.instance();
    Dismissal dismissal =
        Dismissal.of(suggestion.get(), operator.name(), reason.strip(), operator.now());
    operator
        .calls()
        .ask(
            () -> instance.advisor().dismiss(dismissal),
            reply -> {
              if (reply instanceof Reply.Decided<Dismissal>(var kept)) {
                moved(found -> dismissed(found, suggestion.get(), kept));
              }
              say(Phrases.problem(reply));
            });
  }

  private static Advice dismissed(Advice found, Suggestion suggestion, Dismissal why) {
    List<Suggestion> left =
        found.suggestions().stream().filter(each -> !each.id().equals(suggestion.id())).toList();
    List<Advice.Dismissed> away = new ArrayList<>(found.dismissed());
    away.add(new Advice.Dismissed(suggestion, why));
    return with(found, left, away);
  }

  /// Has a dismissed suggestion shown again.
  public void recall(String id) {
    Optional<Advice.Dismissed> dismissed =
        advice.stream()
            .flatMap(found -> found.dismissed().stream())
            .filter(each -> each.suggestion().id().value().equals(id))
            .findFirst();
    if (dismissed.isEmpty()) {
      return;
    }
    Suggestion suggestion = dismissed.get().suggestion();
    Instance instance = operator.instance();
    operator
        .calls()
        .ask(
            () ->
                instance.advisor().recall(new Dismissal.Recall(suggestion.id(), suggestion.path())),
            reply -> {
              if (reply instanceof Reply.Decided<Boolean>) {
                moved(found -> recalled(found, suggestion));
              }
              say(Phrases.problem(reply));
            });
  }

  private static Advice recalled(Advice found, Suggestion suggestion) {
    List<Suggestion> wanted = new ArrayList<>(found.suggestions());
    wanted.add(suggestion);
    List<Advice.Dismissed> away =
        found.dismissed().stream()
            .filter(each -> !each.suggestion().id().equals(suggestion.id()))
            .toList();
    return with(found, wanted, away);
  }

  private static Advice with(Advice found, List<Suggestion> wanted, List<Advice.Dismissed> away) {
    return new Advice(found.path(), found.from(), found.to(), found.requests(), wanted, away);
  }

  private void moved(Function<Advice, Advice> change) {
    advice.map(change).ifPresent(this::show);
  }

  private void say(String text) {
    remark = text;
    listener.run();
  }
}
