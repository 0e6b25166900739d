package dev.headroom.console.viewmodel.notice;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.WaitPage;
import dev.headroom.console.viewmodel.Desk;
import dev.headroom.console.viewmodel.Freshness;
import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Alert;
import dev.headroom.model.AlertFlood;
import dev.headroom.model.AlertOverview;
import dev.headroom.model.AlertState;
import dev.headroom.model.Severity;
import dev.headroom.model.WaitStatus;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Watches an instance for what somebody must be told of: alerts that are critical now and were
/// not, waiters whom waiting does not help, the connection. It asks every other second, and only
/// while there are alerts or waiters at all; what is so at first is no news. For the UI thread
/// only.
public final class NoticeWatch {
  private static final long ASK_NANOS = 2_000_000_000L;
  private static final int WAITS_MAX = 100;
  private static final int FULL = 100;

  /// So shortly before it is denied, a request is helped by a decision only.
  private static final Duration LAST_MOMENT = Duration.ofMinutes(1);

  private final Desk desk;
  private final NoticeBoard board;
  private Optional<Set<String>> alerts = Optional.empty();
  private Optional<Set<String>> waiters = Optional.empty();
  private Instance watched;
  private boolean lost;
  private boolean asking;
  private long askedNanos;

  public NoticeWatch(Desk desk, NoticeBoard board) {
    this.desk = desk;
    this.board = board;
    watched = desk.instance();
  }

  /// Looks, when it is time to.
  public void update() {
    if (!board.isWanted()) {
      alerts = Optional.empty();
      waiters = Optional.empty();
      return;
    }
    if (!desk.instance().equals(watched)) {
      watched = desk.instance(); // What differs at another instant is no news.
      alerts = Optional.empty();
      waiters = Optional.empty();
      lost = false;
    }
    watchLink();
    long now = desk.nanos();
    boolean came = desk.freshness().state(now) != Freshness.State.CONNECTING;
    if (!came || lost || desk.isPaused() || asking || now - askedNanos < ASK_NANOS) {
      return;
    }
    askedNanos = now;
    asking = true;
    Instance asked = desk.instance();
    boolean anyAlerts = desk.attention().alerts() > 0;
    boolean anyWaiters = desk.attention().waiters() > 0;
    desk.calls()
        .ask(
            () ->
                new Answer(
                    anyAlerts ? askAlerts(asked) : none(), anyWaiters ? askWaits(asked) : none()),
            answer -> take(asked, answer));
  }

  /// Whether an answer is still to come.
  boolean isAsking() {
    return asking;
  }

  /// What is so now, by a name of each.
  private record Answer(
      Optional<Map<String, Notice>> alerts, Optional<Map<String, Notice>> waiters) {}

  private static Optional<Map<String, Notice>> none() {
    return Optional.of(Map.of());
  }

  private void take(Instance asked, Answer answer) {
    asking = false;
    if (!asked.equals(watched)) {
      return; // That was at another instant.
    }
    answer.alerts.ifPresent(now -> alerts = Optional.of(news(alerts, now)));
    answer.waiters.ifPresent(now -> waiters = Optional.of(news(waiters, now)));
  }

  private Set<String> news(Optional<Set<String>> before, Map<String, Notice> now) {
    before.ifPresent(known ->
        now.forEach((name, notice) -> {
          if (!known.contains(name)) {
            board.tell(notice);
          }
        }));
    return new HashSet<>(now.keySet());
  }

  private void watchLink() {
    boolean stale = desk.isStale();
    if (stale == lost) {
      return;
    }
    lost = stale;
    if (lost) {
      tellOfLink(Level.CRITICAL, Wording.text("notice.link.lost", desk.freshnessText()));
    } else {
      board.dismiss(Notice.Kind.LINK);
      tellOfLink(Level.CALM, Wording.text("notice.link.back"));
    }
  }

  private void tellOfLink(Level level, String text) {
    board.tell(new Notice(Notice.Kind.LINK, level, text, ""));
  }

  private Optional<Map<String, Notice>> askAlerts(Instance asked) {
    var reply = asked.alerts().overview(desk.home(), EnumSet.of(AlertState.ACTIVE));
    if (!(reply instanceof Reply.Decided<AlertOverview>(AlertOverview overview))) {
      return Optional.empty();
    }
    Map<String, Notice> all = new LinkedHashMap<>();
    for (AlertFlood flood : overview.floods()) {
      if (flood.severity() == Severity.CRITICAL) {
        String address = flood.parent().text();
        String text = Wording.text("notice.flood", Phrases.scope(flood.parent()));
        all.put(address, new Notice(Notice.Kind.ALERT, Level.CRITICAL, text, address));
      }
    }
    for (Alert alert : overview.alerts()) {
      if (alert.severity() == Severity.CRITICAL) {
        all.put(alert.ref() + " " + alert.raisedAt(), notice(alert));
      }
    }
    return Optional.of(all);
  }

  private static Notice notice(Alert alert) {
    String scope = Phrases.scope(alert.constraint().path());
    String at = Phrases.constraint(alert.constraint());
    boolean full = alert.percent() >= FULL;
    return new Notice(
        Notice.Kind.ALERT,
        full ? Level.EXHAUSTED : Level.CRITICAL,
        full
            ? Wording.text("notice.exhausted", scope, at)
            : Wording.text("notice.critical", scope, at, alert.percent()),
        alert.constraint().path().text());
  }

  private Optional<Map<String, Notice>> askWaits(Instance asked) {
    var reply = asked.waits(desk.home(), 0, WAITS_MAX);
    if (!(reply instanceof Reply.Decided<WaitPage>(WaitPage page))) {
      return Optional.empty();
    }
    Map<String, Notice> all = new LinkedHashMap<>();
    for (WaitStatus wait : page.waits()) {
      boolean last =
          wait.expectedAt().isEmpty()
              && Duration.between(desk.now(), wait.until()).compareTo(LAST_MOMENT) < 0;
      if (wait.starves() || last) {
        String text =
            Wording.text(
                wait.starves() ? "notice.starves" : "notice.late",
                Phrases.scope(wait.path()),
                Phrases.constraint(wait.at()));
        String address = wait.path().text();
        all.put(
            wait.id().toString(), new Notice(Notice.Kind.CONFLICT, Level.WARNING, text, address));
      }
    }
    return Optional.of(all);
  }
}
