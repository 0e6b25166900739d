package dev.headroom.console.viewmodel.action;

import dev.headroom.client.AlertPage;
import dev.headroom.client.Reply;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.ScopeNode;
import dev.headroom.console.viewmodel.Wording;
import java.util.List;
import java.util.function.Consumer;

/// Opens the tree down to the scopes at which alerts stand. For the UI thread only.
public final class AlertedScopes {
  /// How many alerts are looked at, the gravest.
  static final int ALERTS_MAX = 1_000;

  /// Down to how many scopes the tree is opened: more than anyone reads.
  static final int SCOPES_MAX = 100;

  private final Desk desk;
  private final Operator operator;

  public AlertedScopes(Desk desk, Operator operator) {
    this.desk = desk;
    this.operator = operator;
  }

  /// Fetches the rows of the scopes with the gravest alerts and all above them, hands each over
  /// once it is there, and tells what came of it. Ends a filter.
  public void reveal(Consumer<ScopeNode> found) {
    desk.calls()
        .ask(
            () -> desk.instance().alerts().standing(desk.home(), ALERTS_MAX),
            reply -> {
              if (reply instanceof Reply.Decided<AlertPage>(var page)) {
                reveal(page, found);
              } else {
                operator.report(Attempt.State.REFUSED, Phrases.problem(reply));
              }
            });
  }

  private void reveal(AlertPage page, Consumer<ScopeNode> found) {
    List<String> scopes =
        page.alerts().stream()
            .map(alert -> alert.constraint().path().text())
            .distinct()
            .limit(SCOPES_MAX)
            .toList();
    if (!scopes.isEmpty()) {
      desk.tree().reveal(scopes, found);
    }
    operator.report(Attempt.State.DONE, sentence(page, scopes));
  }

  private static String sentence(AlertPage page, List<String> scopes) {
    if (scopes.isEmpty()) {
      return Wording.text("alerted.none");
    }
    long shown =
        page.alerts().stream()
            .filter(alert -> scopes.contains(alert.constraint().path().text()))
            .count();
    return shown < page.total()
        ? Wording.text(
            "alerted.most", Figures.whole(shown), Figures.whole(page.total()), scopes.size())
        : Wording.text("alerted.all", Figures.whole(shown), scopes.size());
  }
}
