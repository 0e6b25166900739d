package dev.headroom.console.viewmodel.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Level;
import dev.headroom.console.viewmodel.Noticed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the console tells of by itself")
final class NoticeBoardTest {
  private long nanos;
  private Noticed wanted = Noticed.ALL;
  private final NoticeBoard board = new NoticeBoard(() -> wanted, () -> nanos);

  @Test
  @DisplayName("is one card for each kind: the newest, and those before it folded")
  void folds() {
    tellOfAlert("ada");
    tellOfAlert("ben");
    board.tell(new Notice(Notice.Kind.CONFLICT, Level.WARNING, "cem waits", "/user:cem"));

    List<NoticeBoard.Card> cards = board.cards();
    assertThat(cards).extracting(card -> card.newest().text()).containsExactly("ben", "cem waits");
    assertThat(cards.getFirst().more()).isEqualTo(1);
    assertThat(cards.getFirst().folded()).extracting(Notice::text).containsExactly("ada");
  }

  @Test
  @DisplayName(
      "changes its words at most so often a minute, however much happens, and counts it all")
  void isNoFlood() {
    for (int alert = 0; alert < 1_000; alert++) {
      tellOfAlert("u" + alert);
    }
    NoticeBoard.Card card = board.cards().getFirst();
    assertThat(card.newest().text()).isEqualTo("u" + (NoticeBoard.TOLD_PER_MINUTE_MAX - 1));
    assertThat(card.more()).isEqualTo(999);
    assertThat(card.folded()).hasSize(NoticeBoard.KEPT_MAX);

    pass(Duration.ofSeconds(25));
    assertThat(board.cards()).isEmpty();
    tellOfAlert("again, too soon");
    assertThat(board.cards()).isEmpty();
    pass(Duration.ofSeconds(40));
    tellOfAlert("a minute later");
    assertThat(board.cards().getFirst().newest().text()).isEqualTo("a minute later");
  }

  @Test
  @DisplayName("goes away by itself, later where it is pressing, and not while somebody reads it")
  void goesAway() {
    tellOfAlert("ada");
    board.tell(new Notice(Notice.Kind.RESULT, Level.CALM, "Acknowledged.", ""));
    pass(Duration.ofSeconds(9));
    assertThat(board.cards()).extracting(card -> card.newest().text()).containsExactly("ada");
    nanos += Duration.ofSeconds(19).toNanos();
    board.update(true);
    pass(Duration.ofSeconds(19));
    assertThat(board.cards()).hasSize(1);
    pass(Duration.ofSeconds(2));
    assertThat(board.cards()).isEmpty();

    board.showAgain();
    assertThat(board.cards()).hasSize(2);
    board.dismiss(Notice.Kind.ALERT);
    assertThat(board.cards()).hasSize(1);
  }

  @Test
  @DisplayName("is only what is critical, or nothing, where that is preferred")
  void isAsPreferred() {
    wanted = Noticed.CRITICAL;
    board.tell(new Notice(Notice.Kind.RESULT, Level.WARNING, "refused", ""));
    assertThat(board.cards()).isEmpty();
    tellOfAlert("ada");
    assertThat(board.cards()).hasSize(1);
    wanted = Noticed.NOTHING;
    board.tell(new Notice(Notice.Kind.LINK, Level.CRITICAL, "lost", ""));
    assertThat(board.cards()).hasSize(1);
    assertThat(board.isWanted()).isFalse();
  }

  private void tellOfAlert(String text) {
    board.tell(new Notice(Notice.Kind.ALERT, Level.CRITICAL, text, "/user:" + text));
  }

  private void pass(Duration span) {
    nanos += span.toNanos();
    board.update(false);
  }
}
