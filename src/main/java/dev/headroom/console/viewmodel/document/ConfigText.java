package dev.headroom.console.viewmodel.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.headroom.client.Instance;
import dev.headroom.client.Reply;
import dev.headroom.client.VersionedConfig;
import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Phrases;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.console.viewmodel.action.Operator;
import dev.headroom.console.viewmodel.edit.Editing;
import dev.headroom.model.Config;
import dev.headroom.wire.ConfigDocument;
import dev.headroom.wire.ConfigReading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The configuration of an instance as text: read, kept in a file, edited or replaced, and what
/// then would change is staged. Reading and comparing happen elsewhere. For the UI thread only.
public final class ConfigText {
  /// With how many lines a text can still be edited here; a longer one is opened and saved only.
  public static final int LINES_MAX = 4_000;

  /// What came of a question.
  private sealed interface Outcome {
    /// What holds.
    record Held(Config config, String text) implements Outcome {}

    /// A text that was read.
    record Understood(String text, List<Fault> problems, ConfigDifference difference)
        implements Outcome {}

    /// Nothing, and why.
    record Trouble(String why) implements Outcome {}
  }

  private final Operator operator;
  private final Editing editing;
  private Runnable listener = () -> {};
  private Optional<Config> held = Optional.empty();
  private String text = "";
  private List<Fault> problems = List.of();
  private ConfigDifference difference = ConfigDifference.NONE;
  private String trouble = "";
  private String remark = "";
  private boolean busy;
  private int asked;

  public ConfigText(Operator operator, Editing editing) {
    this.operator = operator;
    this.editing = editing;
  }

  /// Who is told when there is something new to show.
  public void listen(Runnable told) {
    listener = told;
  }

  /// Fetches what holds, in place of what was typed.
  public void load() {
    remark = "";
    Instance instance = operator.instance();
    find(() -> {
      Reply<VersionedConfig> reply = instance.config();
      return reply instanceof Reply.Decided<VersionedConfig>(var now)
          ? new Outcome.Held(now.config(), ConfigDocument.yaml(now.config()))
          : new Outcome.Trouble(Phrases.problem(reply));
    });
  }

  /// Something was typed or pasted: says what is wrong with it, or what would change.
  public void type(String typed) {
    if (typed.equals(text) || held.isEmpty()) {
      return;
    }
    text = typed;
    remark = "";
    Config now = held.get();
    find(() -> compare(typed, ConfigDocument.read(typed), now));
  }

  /// Takes the text of a file.
  public void open(Path file) {
    if (held.isEmpty()) {
      return;
    }
    Config now = held.get();
    remark = Wording.text("text.opened", file.getFileName());
    find(() -> {
      try (InputStream stream = Files.newInputStream(file)) {
        byte[] bytes = stream.readNBytes(ConfigDocument.SIZE_MAX + 1);
        return compare(new String(bytes, UTF_8), ConfigDocument.read(bytes), now);
      } catch (IOException unreadable) {
        return new Outcome.Trouble(Wording.text("text.unreadable", file, reason(unreadable)));
      }
    });
  }

  /// Keeps the text in a file.
  public void save(Path file) {
    String kept = text;
    operator
        .calls()
        .ask(
            () -> {
              try {
                Files.writeString(file, kept);
                return Wording.text("text.saved", file);
              } catch (IOException unwritable) {
                return Wording.text("text.unwritable", file, reason(unwritable));
              }
            },
            said -> {
              remark = said;
              listener.run();
            });
  }

  private static String reason(Throwable cause) {
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  private static Outcome compare(String typed, ConfigReading reading, Config now) {
    return switch (reading) {
      case ConfigReading.Accepted(var wanted) ->
          new Outcome.Understood(typed, List.of(), ConfigDifference.of(now, wanted));
      case ConfigReading.Refused(var wrong) ->
          new Outcome.Understood(
              typed,
              wrong.stream().map(each -> new Fault(each.line(), each.sentence())).toList(),
              ConfigDifference.NONE);
    };
  }

  private void find(Supplier<Outcome> question) {
    asked++;
    int mine = asked;
    busy = true;
    operator.calls().ask(question, outcome -> take(mine, outcome));
    listener.run();
  }

  private void take(int mine, Outcome outcome) {
    if (mine != asked) {
      return;
    }
    busy = false;
    trouble = "";
    switch (outcome) {
      case Outcome.Held(var config, var yaml) -> {
        held = Optional.of(config);
        show(yaml, List.of(), ConfigDifference.NONE);
      }
      case Outcome.Understood(var read, var wrong, var found) -> show(read, wrong, found);
      case Outcome.Trouble(var why) -> trouble = why;
    }
    listener.run();
  }

  private void show(String now, List<Fault> wrong, ConfigDifference found) {
    text = now;
    problems = wrong;
    difference = found;
  }

  /// The text as it is now.
  public String text() {
    return text;
  }

  /// Whether it can be edited here, or is too long for that.
  public boolean isEditable() {
    return text.lines().limit(LINES_MAX + 1L).count() <= LINES_MAX;
  }

  /// The text as far as it can be shown.
  public String shown() {
    if (isEditable()) {
      return text;
    }
    int end = 0;
    for (int line = 0; line < LINES_MAX; line++) {
      end = text.indexOf('\n', end) + 1;
    }
    return text.substring(0, end);
  }

  /// Whether it is being fetched, read or compared.
  public boolean isBusy() {
    return busy;
  }

  /// Everything that is wrong with it, in the order of the lines.
  public List<Fault> problems() {
    return problems;
  }

  /// What would change.
  public ConfigDifference difference() {
    return difference;
  }

  /// What there is to say about it, in a line.
  public String summary() {
    if (!trouble.isEmpty()) {
      return trouble;
    }
    if (busy) {
      return Wording.text(held.isEmpty() ? "list.loading" : "text.reading");
    }
    if (!problems.isEmpty()) {
      return Wording.text(
          problems.size() == 1 ? "text.wrong.one" : "text.wrong", Figures.whole(problems.size()));
    }
    return difference.problem().isEmpty() ? difference.summary() : difference.problem();
  }

  /// Whether that is bad news.
  public boolean isWrong() {
    boolean readAsWrong = !problems.isEmpty() || !difference.problem().isEmpty();
    return !trouble.isEmpty() || (!busy && readAsWrong);
  }

  /// What came of opening or saving it last; empty for nothing.
  public String remark() {
    return remark;
  }

  /// Why nothing can be staged; empty where it can.
  public String whyNotStage() {
    if (!editing.lock().isUnlocked()) {
      return Wording.text("lock.locked");
    }
    return busy || isWrong() || difference.edits().isEmpty() ? summary() : "";
  }

  /// Stages what would change, on what holds by then.
  public void stage() {
    if (whyNotStage().isEmpty()) {
      editing.lock().use();
      editing.changes().stageLate(Wording.text("text.batch"), difference.edits());
    }
  }

  /// Whether edits can be made.
  public boolean isUnlocked() {
    return editing.lock().isUnlocked();
  }

  /// Lets edits be made.
  public void unlock() {
    editing.lock().set(true);
    listener.run();
  }
}
