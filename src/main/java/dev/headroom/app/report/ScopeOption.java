package dev.headroom.app.report;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Which part of the tree is asked about.
final class ScopeOption {
  @Option(
      names = "--scope",
      paramLabel = "PATH",
      defaultValue = "/",
      converter = Path.class,
      description = "The scope, with all below it (default: all).")
  private ScopePath scope = ScopePath.ROOT;

  ScopePath path() {
    return scope;
  }

  /// Reads a path, and says what is wrong with one (S1, S2).
  static final class Path implements ITypeConverter<ScopePath> {
    @Override
    public ScopePath convert(String text) {
      try {
        return ScopePath.of(text);
      } catch (InvalidValueException invalid) {
        throw new TypeConversionException(invalid.getMessage());
      }
    }
  }
}
