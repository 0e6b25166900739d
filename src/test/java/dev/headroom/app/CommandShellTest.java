package dev.headroom.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
}
