package dev.headroom.sandbox.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ScopePath;
import dev.headroom.sandbox.scenario.Population.Team;
import dev.headroom.sandbox.scenario.Population.User;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A population")
final class PopulationTest {
  @ParameterizedTest(name = "{0} scopes, {1} users")
  @CsvSource({"60, 8", "80, 8", "1000, 10", "100000, 1000", "1000000, 5000"})
  @DisplayName("is as large as it was asked for")
  void isAsLargeAsAskedFor(int scopes, int users) {
    var population = Population.of(CalmDay.script(), scopes);

    assertThat(population.scopes()).isCloseTo(scopes, Percentage.withPercentage(15));
    assertThat(population.users()).hasSize(users);
  }

  @Test
  @DisplayName("counts every scope that there will be, once")
  void countsScopes() {
    var population = Population.of(CalmDay.script(), 5000);

    long containers =
        population.users().stream()
            .flatMap(user -> user.teams().stream())
            .flatMap(team -> team.path().chain().stream())
            .distinct()
            .count();
    long runsAndSteps =
        population.users().stream()
            .flatMap(user -> user.teams().stream())
            .mapToLong(team -> team.runs() * (1L + team.crew().steps().size()))
            .sum();

    assertThat(population.scopes()).isEqualTo(containers + runsAndSteps);
  }

  @Test
  @DisplayName("gives everyone a name of their own")
  void namesEveryone() {
    var population = Population.of(LaunchRush.script(), 100_000);

    assertThat(population.users()).extracting(User::path).doesNotHaveDuplicates();
    assertThat(population.users().stream().flatMap(user -> user.teams().stream()))
        .extracting(Team::path)
        .doesNotHaveDuplicates();
    assertThat(population.users())
        .extracting(User::path)
        .contains(ScopePath.of("/user:support-bot"), ScopePath.of("/user:support-bot-2"));
  }

  @Test
  @DisplayName("is mostly steady where it is large")
  void isMostlySteady() {
    List<User> users = Population.of(LaunchRush.script(), 100_000).users();

    long bursting =
        users.stream()
            .filter(user ->
                user.teams().stream().anyMatch(team -> team.crew().tempo() instanceof Tempo.Bursts))
            .count();

    assertThat(bursting).as("of 1000 users, 3 of 8 kinds, 1 in 10").isBetween(36L, 39L);
  }
}
