package dev.headroom.console.viewmodel;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// How somebody wants the console to be. Immutable. What can be chosen of each stands in [Setting].
///
/// @param shade light or dark
/// @param zoom how large everything is
/// @param language what it speaks; none for what the system speaks
/// @param motion how much may move
/// @param stillAtStart whether a scenario stands still until it is told to go on
/// @param noticed what the console tells of by itself
/// @param editIdle after how long without an edit editing locks again
/// @param keys shortcuts that are not the usual ones, by the name of their action; empty for none
/// @param toured whether the tour was seen or skipped
public record Preferences(
    Shade shade,
    Zoom zoom,
    Optional<Language> language,
    Motion motion,
    boolean stillAtStart,
    Noticed noticed,
    Duration editIdle,
    Map<String, String> keys,
    boolean toured) {

  /// As it is before anybody has chosen anything.
  public static final Preferences USUAL =
      new Preferences(
          Shade.SYSTEM,
          Zoom.NORMAL,
          Optional.empty(),
          Motion.SYSTEM,
          false,
          Noticed.ALL,
          Duration.ofMinutes(10),
          Map.of(),
          false);

  public Preferences {
    keys = Map.copyOf(keys);
  }

  /// The language to speak.
  public Language spoken() {
    return language.orElseGet(Language::ofSystem);
  }

  /// The same, but for light and dark.
  public Preferences withShade(Shade now) {
    return new Preferences(
        now, zoom, language, motion, stillAtStart, noticed, editIdle, keys, toured);
  }

  /// The same, but for how large everything is.
  public Preferences withZoom(Zoom now) {
    return new Preferences(
        shade, now, language, motion, stillAtStart, noticed, editIdle, keys, toured);
  }

  /// The same, but for the language.
  public Preferences withLanguage(Optional<Language> now) {
    return new Preferences(shade, zoom, now, motion, stillAtStart, noticed, editIdle, keys, toured);
  }

  /// The same, but for what may move.
  public Preferences withMotion(Motion now) {
    return new Preferences(
        shade, zoom, language, now, stillAtStart, noticed, editIdle, keys, toured);
  }

  /// The same, but for how a scenario begins.
  public Preferences withStillAtStart(boolean now) {
    return new Preferences(shade, zoom, language, motion, now, noticed, editIdle, keys, toured);
  }

  /// The same, but for what the console tells of.
  public Preferences withNoticed(Noticed now) {
    return new Preferences(
        shade, zoom, language, motion, stillAtStart, now, editIdle, keys, toured);
  }

  /// The same, but for when editing locks again.
  public Preferences withEditIdle(Duration now) {
    return new Preferences(shade, zoom, language, motion, stillAtStart, noticed, now, keys, toured);
  }

  /// The same, but for the shortcuts.
  public Preferences withKeys(Map<String, String> now) {
    return new Preferences(
        shade, zoom, language, motion, stillAtStart, noticed, editIdle, now, toured);
  }

  /// The same, but for whether the tour is over.
  public Preferences withToured(boolean now) {
    return new Preferences(
        shade, zoom, language, motion, stillAtStart, noticed, editIdle, keys, now);
  }
}
