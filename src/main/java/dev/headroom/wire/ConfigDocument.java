package dev.headroom.wire;

import dev.headroom.model.Config;
import java.util.Optional;
import java.util.function.BiFunction;

/// All settings, limits and pools as one text that people write, review and compare: YAML, or the
/// same as JSON.
///
/// Reading is strict, since a limit that is misspelt and therefore ignored is worse than none. What
/// is wrong is said all at once. Writing leaves out what is as by default and puts each limit and
/// pool on a line of its own, in a fixed order; reading that gives an equal [Config].
public final class ConfigDocument {
  /// Most bytes of a document; half a million limits fit.
  public static final int SIZE_MAX = DocumentText.SIZE_MAX;

  private ConfigDocument() {}

  /// Reads a document in UTF-8, with or without a byte order mark.
  public static ConfigReading read(byte[] document) {
    return read(document, DocumentText::parse);
  }

  /// Reads a document that is text already.
  public static ConfigReading read(String document) {
    return read(document, DocumentText::parse);
  }

  private static <D> ConfigReading read(
      D document, BiFunction<D, Problems, Optional<Node>> parser) {
    Problems problems = new Problems();
    Optional<Config> config =
        parser.apply(document, problems).flatMap(root -> ConfigReader.read(root, problems));
    return problems.count() == 0
        ? new ConfigReading.Accepted(config.orElseThrow())
        : new ConfigReading.Refused(problems.all());
  }

  /// Writes `config` as YAML.
  public static String yaml(Config config) {
    return ConfigWriter.yaml(config);
  }

  /// Writes `config` as JSON.
  public static String json(Config config) {
    return ConfigWriter.json(config);
  }
}
