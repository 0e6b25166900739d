package dev.headroom.console.viewmodel.notice;

import dev.headroom.console.viewmodel.Noticed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The notices that are on show: one card for each kind, with the newest of it and those before it
/// folded. However much happens, a card is never on top anew more than a few times a minute; what
/// comes meanwhile is folded into it, or waits until then. For the UI thread only.
public final class NoticeBoard {
  /// How often a minute a card may come, or say something else.
  static final int TOLD_PER_MINUTE_MAX = 6;

  /// How many of a kind are kept to be unfolded.
  static final int KEPT_MAX = 20;

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final long SHOWN = Duration.ofSeconds(8).toNanos();
  private static final long SHOWN_PRESSING = Duration.ofSeconds(20).toNanos();

  /// What is on show of one kind.
  ///
  /// @param newest what it says
  /// @param folded those before it, the newest first, as far as they are kept
  /// @param more how many came before it
  public record Card(Notice newest, List<Notice> folded, int more) {}

  private static final class Pile {
    private final Deque<Notice> kept = new ArrayDeque<>();
    private final Deque<Long> told = new ArrayDeque<>();
    private Optional<Notice> top = Optional.empty();
    private int more;
    private long shownAt;
    private boolean shown;
  }

  private final Supplier<Noticed> wanted;
  private final LongSupplier nanos;
  private final Map<Notice.Kind, Pile> piles = new EnumMap<>(Notice.Kind.class);
  private long version;

  /// @param wanted which are shown
  /// @param nanos a stopwatch
  public NoticeBoard(Supplier<Noticed> wanted, LongSupplier nanos) {
    this.wanted = wanted;
    this.nanos = nanos;
  }

  /// Whether anything is shown at all.
  public boolean isWanted() {
    return wanted.get() != Noticed.NOTHING;
  }

  /// Tells of something, or counts it where too much is told of already.
  public void tell(Notice notice) {
    boolean shows =
        switch (wanted.get()) {
          case ALL -> true;
          case CRITICAL -> notice.isCritical();
          case NOTHING -> false;
        };
    if (!shows) {
      return;
    }
    long now = nanos.getAsLong();
    Pile pile = piles.computeIfAbsent(notice.kind(), _ -> new Pile());
    version++;
    if (!pile.shown) {
      pile.kept.clear();
      pile.more = 0;
      pile.top = Optional.empty();
    }
    while (!pile.told.isEmpty() && now - pile.told.getFirst() > MINUTE) {
      pile.told.removeFirst();
    }
    pile.more += pile.top.isPresent() ? 1 : 0;
    if (pile.told.size() >= TOLD_PER_MINUTE_MAX && pile.top.isPresent()) {
      keep(pile, notice);
      return;
    }
    if (pile.told.size() >= TOLD_PER_MINUTE_MAX) {
      return; // Nobody shall be called upon again and again; the lists have it all.
    }
    pile.told.addLast(now);
    pile.top.ifPresent(before -> keep(pile, before));
    pile.top = Optional.of(notice);
    pile.shown = true;
    pile.shownAt = now;
  }

  private static void keep(Pile pile, Notice notice) {
    pile.kept.addFirst(notice);
    if (pile.kept.size() > KEPT_MAX) {
      pile.kept.removeLast();
    }
  }

  /// What is on show, by kind.
  public List<Card> cards() {
    List<Card> cards = new ArrayList<>();
    for (Pile pile : piles.values()) {
      if (pile.shown) {
        pile.top.ifPresent(top -> cards.add(new Card(top, List.copyOf(pile.kept), pile.more)));
      }
    }
    return cards;
  }

  /// Counts up when there is something else on show.
  public long version() {
    return version;
  }

  /// Takes a card away.
  public void dismiss(Notice.Kind kind) {
    Optional.ofNullable(piles.get(kind)).ifPresent(this::hide);
  }

  /// Takes away what was on show for long enough.
  ///
  /// @param held whether somebody is reading: then it stays for a while longer
  public void update(boolean held) {
    long now = nanos.getAsLong();
    for (Pile pile : piles.values()) {
      if (pile.shown && held) {
        pile.shownAt = now;
      }
      boolean pressing = pile.top.filter(top -> top.level().isPressing()).isPresent();
      if (pile.shown && now - pile.shownAt > (pressing ? SHOWN_PRESSING : SHOWN)) {
        hide(pile);
      }
    }
  }

  /// Shows again what went away last of each kind.
  public void showAgain() {
    long now = nanos.getAsLong();
    version++;
    for (Pile pile : piles.values()) {
      pile.shown = pile.top.isPresent();
      pile.shownAt = now;
    }
  }

  private void hide(Pile pile) {
    pile.shown = false;
    version++;
  }
}
