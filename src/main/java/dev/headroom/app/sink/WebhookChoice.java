package dev.headroom.app.sink;

import dev.headroom.app.input.UnusableInputException;
import dev.headroom.sink.SinksFile;
import dev.headroom.sink.webhook.WebhookFolder;
import dev.headroom.wire.WebhookTerms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options that say which webhooks are meant.
final class WebhookChoice {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The data folder of the instance, whose sinks.yaml names the webhooks.")
  private Path data;

  @Option(names = "--name", paramLabel = "NAME", description = "Only this one.")
  private @Nullable String name;

  /// In the order of the document.
  List<WebhookFolder> webhooks() {
    if (!Files.isDirectory(data)) {
      throw new UnusableInputException("there is no folder " + data);
    }
    List<WebhookTerms> all = SinkFolder.read(data).webhooks();
    List<WebhookTerms> meant =
        all.stream().filter(terms -> name == null || terms.name().equals(name)).toList();
    if (meant.isEmpty() && name != null) {
      throw new UnusableInputException(
          "there is no webhook " + name + " in " + SinksFile.path(data));
    }
    if (meant.isEmpty()) {
      String none = "headroom: there are no webhooks: " + SinksFile.path(data) + " names none";
      spec.commandLine().getErr().println(none);
    }
    return meant.stream().map(terms -> new WebhookFolder(data, terms)).toList();
  }
}
