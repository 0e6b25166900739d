package dev.headroom.app.simulation;

import dev.headroom.sandbox.Dice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/// A clock as clocks are: mostly it ticks, sometimes it stands still, is set back, or jumps on,
/// over days or to just before clocks change.
final class ErraticClock {
  private static final Instant START = Instant.parse("2026-03-28T22:00:00Z");
  private static final int MOOD_TICKS_MAX = 400;

  /// Jumps get rarer with time, so that calendars suffice for any number of commands.
  private static final long JUMP_EVERY_MIN = 1_500;

  private static final long JUMP_EVERY_MAX = 100_000;

  private enum Mood {
    TICKS,
    CRAWLS,
    STANDS,
    STRIDES
  }

  private final Dice dice;
  private long millis = START.toEpochMilli();

  /// How far it has been set back.
  private long behind;

  private Mood mood = Mood.TICKS;
  private long moodLeft;
  private long readings;

  ErraticClock(Dice dice) {
    this.dice = dice;
  }

  /// What it shows next; earlier than before where it was set back.
  Instant next() {
    readings++;
    if (moodLeft-- <= 0) {
      mood = Mood.values()[(int) dice.between(0, Mood.values().length - 1)];
      moodLeft = dice.between(1, MOOD_TICKS_MAX);
    }
    long jumpEvery = Math.clamp(readings / 50, JUMP_EVERY_MIN, JUMP_EVERY_MAX);
    if (dice.between(1, jumpEvery) == 1) {
      jump();
    }
    switch (mood) {
      case TICKS -> millis += dice.between(0, 200);
      case CRAWLS -> millis += dice.between(0, 2);
      case STANDS -> {}
      case STRIDES -> millis += dice.between(0, 4_000);
    }
    behind = Math.max(0, behind - dice.between(0, 50));
    return Instant.ofEpochMilli(millis - behind);
  }

  private void jump() {
    switch ((int) dice.between(1, 4)) {
      case 1 -> behind = dice.between(1, Duration.ofHours(2).toMillis());
      case 2 -> millis += dice.between(1, Duration.ofHours(30).toMillis());
      case 3 -> millis += Duration.ofDays(dice.between(1, 9)).toMillis();
      default -> toClockChange();
    }
  }

  /// At most half a year on.
  private void toClockChange() {
    ZoneId zone = Terrain.ZONES.get((int) dice.between(0, Terrain.ZONES.size() - 1));
    ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochMilli(millis));
    if (change != null) {
      millis = Math.max(millis, change.getInstant().toEpochMilli() - dice.between(0, 5_000));
      mood = Mood.TICKS;
      moodLeft = MOOD_TICKS_MAX;
    }
  }
}
