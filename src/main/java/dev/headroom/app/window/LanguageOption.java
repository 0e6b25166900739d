package dev.headroom.app.window;

import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.Wording;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The option that says which language the console speaks.
public final class LanguageOption {
  @Option(
      names = "--language",
      paramLabel = "en|de",
      converter = Code.class,
      description = "What the console speaks (default: what was chosen last, else the system's).")
  private @Nullable Language language;

  /// What was named, if anything.
  public Optional<Language> named() {
    return Optional.ofNullable(language);
  }

  /// Speaks what was named, or else `otherwise`. Before the first window is made.
  public void speak(Language otherwise) {
    Wording.speak(named().orElse(otherwise));
  }

  /// Reads a language.
  static final class Code implements ITypeConverter<Language> {
    @Override
    public Language convert(String code) {
      return Language.ofCode(code)
          .orElseThrow(() ->
              new TypeConversionException(
                  "'"
                      + code
                      + "' is no language of the console; there are "
                      + Stream.of(Language.values())
                          .map(Language::code)
                          .collect(Collectors.joining(", "))));
    }
  }
}
