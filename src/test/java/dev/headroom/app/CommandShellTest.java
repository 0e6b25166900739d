package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.app.input.UnusableInputException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;

@DisplayName("The command line")
final class CommandShellTest {

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h"})
  @DisplayName("explains itself and every command on request")
  void help(String option) {
    Run run = Run.of(option);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("Usage: headroom");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--version", "-V"})
  @DisplayName("says which version it is, and of what Java")
  void version(String option) {
    Run run = Run.of(option);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).matches("(?s)headroom \\d+\\.\\d+\\.\\d+\\S*\\RJava 25.*\\R");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"snapshot", "replay", "bench"})
  @DisplayName("explains each command, and says its version")
  void commandHelp(String command) {
    assertThat(Run.of(command, "--help").out()).startsWith("Usage: headroom " + command);
    assertThat(Run.of(command, "--version").out()).startsWith("headroom ");
    assertThat(Run.of("--help").out()).contains("  " + command + " ");
  }

  @Test
  @DisplayName("answers an unknown option in one line, and points to the help")
  void unknownOption() {
    assertThat(Run.of("--bogus").complaint())
        .isEqualTo("headroom: Unknown option: '--bogus'; see headroom --help");
  }

  @Test
  @DisplayName("guesses what a misspelt option was meant to be")
  void misspeltOption() {
    assertThat(Run.of("--debgu").complaint())
        .startsWith("headroom: Unknown option: '--debgu'; did you mean --debug?");
  }

  @Test
  @DisplayName("names the command whose help is of use")
  void unknownOptionOfCommand() {
    assertThat(Run.of("bench", "--bogus").complaint())
        .isEqualTo("headroom: Unknown option: '--bogus'; see headroom bench --help");
    assertThat(Run.of("bench", "--scopes", "many").complaint())
        .startsWith("headroom: Invalid value for option '--scopes'")
        .endsWith("; see headroom bench --help");
    assertThat(Run.of("bench", "--scopes", "1").complaint()).contains("--scopes is between");
  }

  @Test
  @DisplayName("guesses what a misspelt command was meant to be")
  void misspeltCommand() {
    assertThat(Run.of("bnech").complaint())
        .startsWith("headroom: there is no command and no file bnech; did you mean");
    assertThat(Run.of("chekc", "folder").complaint())
        .startsWith("headroom: there is no command and no file chekc; did you mean check");
  }

  @Command(name = "broken")
  private static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("first line\n  second line");
    }
  }

  @Test
  @DisplayName("says in one line what should not have happened, and exits with 1")
  void unexpectedFailure() {
    Run run = Run.of(new Broken(), "broken");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip())
        .isEqualTo(
            "headroom: this should not have happened: java.lang.IllegalStateException: first line"
                + " second line; run it again with --debug to see where");
  }

  @Test
  @DisplayName("says where it happened if asked to, before or after the command's name")
  void debug() {
    for (String[] arguments : new String[][] {{"--debug", "broken"}, {"broken", "--debug"}}) {
      Run run = Run.of(new Broken(), arguments);
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("at dev.headroom.app.CommandShellTest$Broken.run(");
    }
  }

  @Test
  @DisplayName("tells every line about what the user can put right, and exits with 2")
  void unusableInput() {
    Run run = Run.of(new Hopeless(), "hopeless");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines())
        .containsExactly("headroom: a.yaml:1: wrong", "headroom: a.yaml:2: wrong too");
  }

  @Command(name = "hopeless")
  private static final class Hopeless implements Runnable {
    @Override
    public void run() {
      throw new UnusableInputException(List.of("a.yaml:1: wrong", "a.yaml:2: wrong too"));
    }
  }
}
