package dev.headroom.console.viewmodel.copy;

import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.ConsoleModel;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.OpenPlace;
import dev.headroom.console.viewmodel.Origin;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.document.ConfigDifference;
import dev.headroom.console.viewmodel.edit.ChangeSet;
import dev.headroom.console.viewmodel.edit.Subject;
import dev.headroom.model.Config;
import dev.headroom.model.PoolId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The copy of an instance, where one is shown. For the UI thread only.
public final class CopyModel {
  private final ConsoleModel model;
  private final Supplier<ChangeSet> changes;

  /// Where something was asked for that has not come yet.
  private Optional<Desk> asked = Optional.empty();

  /// What would be lost, where somebody is being asked whether to leave.
  private Optional<Loss> loss = Optional.empty();

  /// Something that is lost with a copy.
  ///
  /// @param desk of which copy
  /// @param changes how many limits, pools and settings differ there, and how many shall
  private record Loss(Desk desk, int changes) {}

  /// @param changes what is staged where the window is then
  public CopyModel(ConsoleModel model, Supplier<ChangeSet> changes) {
    this.model = model;
    this.changes = changes;
  }

  private Optional<Origin> origin() {
    return model.place().origin();
  }

  /// Whether a copy is shown.
  public boolean isCopy() {
    return origin().isPresent();
  }

  /// Of what it is a copy, since when, and what goes on in it; while [#isAsking], what would be
  /// lost.
  public String text() {
    return isAsking() ? question() : about();
  }

  private String question() {
    int changes = loss.map(Loss::changes).orElse(0);
    return changes == 1
        ? Wording.text("copy.loss.one")
        : Wording.text("copy.loss", Figures.whole(changes));
  }

  private String about() {
    return origin()
        .map(origin ->
            Wording.text(
                "copy.text",
                name(origin),
                Times.clock(model.desk().now(), origin.at(), model.desk().zone()),
                about(origin)))
        .orElse("");
  }

  private static String about(Origin origin) {
    return origin
        .demand()
        .map(span -> Wording.text("copy.about.demand", Times.span(span)))
        .orElseGet(() -> Wording.text("copy.about.config"));
  }

  private static String name(Origin origin) {
    return origin.place().name();
  }

  /// Goes back to what was copied, and stages there what was changed in the copy: on what holds
  /// there by then, so that where somebody has changed the same since, one must choose. Nothing is
  /// applied. Where something is in the way, or the instance does not answer, says so instead.
  ///
  /// @param carried is told once the window is back, and it is being staged
  public void carryBack(Runnable carried) {
    Optional<Origin> from = origin();
    stay();
    if (from.isEmpty() || asked.filter(model.desk()::equals).isPresent()) {
      return;
    }
    Optional<String> why = whyNot();
    if (why.isEmpty()) {
      ask(model.desk().instance()::config, now -> carry(from.get(), now.config(), carried));
    } else {
      model.remark(() -> Wording.text(why.get()));
    }
  }

  /// @param then is told, unless the window has turned to something else by then
  private <T> void ask(Supplier<Reply<T>> question, Consumer<T> then) {
    Desk desk = model.desk();
    asked = Optional.of(desk);
    desk.calls()
        .ask(
            question,
            reply -> {
              asked = Optional.empty();
              if (!model.desk().equals(desk)) {
                return;
              }
              if (reply instanceof Reply.Decided<T>(var answer)) {
                then.accept(answer);
              } else {
                model.remark(() -> Wording.text("copy.unanswered", Phrases.problem(reply)));
              }
            });
  }

  /// What the text is called that says what is in the way.
  private Optional<String> whyNot() {
    if (changes.get().size() > 0) {
      return Optional.of("copy.staged");
    }
    return model.injections().underway().isEmpty()
        ? Optional.empty()
        : Optional.of("copy.disturbed");
  }

  private void carry(Origin from, Config now, Runnable carried) {
    ConfigDifference difference = ConfigDifference.of(from.config(), now);
    if (!difference.problem().isEmpty()) {
      model.remark(difference::problem);
    } else if (difference.edits().isEmpty()) {
      model.remark(() -> Wording.text("copy.unchanged"));
    } else {
      OpenPlace home = from.place();
      // While the instance is away, the copy is not left: what was changed would be lost.
      ask(
          () -> home.instance().scope(home.home()),
          _ -> {
            model.leaveCopy();
            changes.get().stageLate(Wording.text("copy.batch"), difference.edits());
            carried.run();
          });
    }
  }

  /// Goes back to what was copied, and forgets the copy; where something was changed in it that
  /// would be lost with it, asks first.
  public void leave() {
    Optional<Origin> from = origin();
    if (from.isPresent() && asked.filter(model.desk()::equals).isEmpty()) {
      ask(model.desk().instance()::config, now -> leave(from.get(), now.config()));
    }
  }

  private void leave(Origin from, Config now) {
    Set<PoolId> disturbed = model.injections().disturbedPools();
    long made =
        ConfigDifference.of(from.config(), now).edits().stream()
            .filter(edit -> !isOf(disturbed, edit.subject()))
            .count();
    int changed = (int) made + changes.get().size();
    if (changed == 0) {
      leaveAnyway();
    } else {
      loss = Optional.of(new Loss(model.desk(), changed));
    }
  }

  /// What an injection has done to a pool is nobody's loss.
  private static boolean isOf(Set<PoolId> pools, Subject subject) {
    return subject instanceof Subject.OfPool(_, PoolId pool) && pools.contains(pool);
  }

  /// Whether somebody is being asked whether to [#leaveAnyway] or to [#stay].
  public boolean isAsking() {
    return loss.filter(lost -> lost.desk().equals(model.desk())).isPresent();
  }

  /// Goes back to what was copied, whatever is lost.
  public void leaveAnyway() {
    loss = Optional.empty();
    model.leaveCopy();
  }

  /// Goes on with the copy.
  public void stay() {
    loss = Optional.empty();
  }
}
