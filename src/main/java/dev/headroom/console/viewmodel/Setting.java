package dev.headroom.console.viewmodel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Something that can be chosen in the preferences, among a few: one list, from which the page of
/// preferences, the palette and what is remembered are made. Immutable.
///
/// @param <T> what is chosen
public final class Setting<T> {
  public static final Setting<Shade> THEME =
      new Setting<>(
          "theme",
          List.of(Shade.values()),
          Shade::name,
          Preferences::shade,
          Preferences::withShade);

  public static final Setting<Zoom> ZOOM =
      new Setting<>(
          "zoom",
          Zoom.STEPS.stream().map(Zoom::new).toList(),
          zoom -> Integer.toString(zoom.percent()),
          Preferences::zoom,
          Preferences::withZoom);

  public static final Setting<Optional<Language>> LANGUAGE =
      new Setting<>(
          "language",
          Stream.concat(
                  Stream.of(Optional.<Language>empty()),
                  Stream.of(Language.values()).map(Optional::of))
              .toList(),
          language -> language.map(Language::name).orElse("SYSTEM"),
          Preferences::language,
          Preferences::withLanguage);

  public static final Setting<Motion> MOTION =
      new Setting<>(
          "motion",
          List.of(Motion.values()),
          Motion::name,
          Preferences::motion,
          Preferences::withMotion);

  public static final Setting<Boolean> START =
      new Setting<>(
          "stillAtStart",
          List.of(false, true),
          still -> Boolean.toString(still),
          Preferences::stillAtStart,
          Preferences::withStillAtStart);

  public static final Setting<Noticed> NOTICED =
      new Setting<>(
          "noticed",
          List.of(Noticed.values()),
          Noticed::name,
          Preferences::noticed,
          Preferences::withNoticed);

  public static final Setting<Duration> EDIT_IDLE =
      new Setting<>(
          "editIdle",
          IntStream.of(1, 5, 10, 30, 60).mapToObj(Duration::ofMinutes).toList(),
          Duration::toString,
          Preferences::editIdle,
          Preferences::withEditIdle);

  /// All of them, in the order in which they are shown.
  public static final List<Setting<?>> ALL =
      List.of(THEME, ZOOM, LANGUAGE, MOTION, START, NOTICED, EDIT_IDLE);

  private final String key;
  private final List<T> choices;
  private final Function<T, String> code;
  private final Function<Preferences, T> get;
  private final BiFunction<Preferences, T, Preferences> with;

  private Setting(
      String key,
      List<T> choices,
      Function<T, String> code,
      Function<Preferences, T> get,
      BiFunction<Preferences, T, Preferences> with) {
    this.key = key;
    this.choices = choices;
    this.code = code;
    this.get = get;
    this.with = with;
  }

  /// What programs call it.
  public String key() {
    return key;
  }

  /// What it is called.
  public String name() {
    return Wording.text("setting." + key);
  }

  /// What it does, in a sentence.
  public String about() {
    return Wording.text("setting." + key + ".about");
  }

  /// What can be chosen, in words.
  public List<String> words() {
    return choices.stream().map(this::words).toList();
  }

  private String words(T choice) {
    return switch (choice) {
      case Zoom zoom -> Wording.text("setting.percent", zoom.percent());
      case Duration span -> Times.span(span);
      default -> Wording.text("setting." + key + "." + code.apply(choice));
    };
  }

  /// Which of the [#words] is chosen; the nearest where it is none of them.
  public int chosen(Preferences preferences) {
    T now = get.apply(preferences);
    if (now instanceof Zoom(int percent)) {
      int steps = (int) Zoom.STEPS.stream().filter(step -> step <= percent).count();
      return Math.max(0, steps - 1);
    }
    return Math.max(0, choices.indexOf(now));
  }

  /// The same preferences with another choice.
  ///
  /// @param index of [#words]
  public Preferences choose(Preferences preferences, int index) {
    return with.apply(preferences, choices.get(index));
  }

  /// What is chosen, as programs say it.
  public String code(Preferences preferences) {
    return code.apply(get.apply(preferences));
  }

  /// The same preferences with what `text` says; none where that cannot be chosen.
  public Optional<Preferences> read(Preferences preferences, String text) {
    return choices.stream()
        .filter(choice -> code.apply(choice).equals(text))
        .findFirst()
        .map(choice -> with.apply(preferences, choice));
  }
}
