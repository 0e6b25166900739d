package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ResourceType;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What is typed")
final class AmountsTest {
  @ParameterizedTest(name = "{1} is {2} of {0}")
  @CsvSource(
      textBlock =
          """
          TOKENS,  800,          800
          TOKENS,  10k,          10000
          TOKENS,  1.5M,         1500000
          TOKENS,  '10,000',     10000
          TOKENS,  9007199254740991, 9007199254740991
          CREDITS, 0,            0
          MEMORY,  8 GiB,        8589934592
          MEMORY,  1.5GiB,       1610612736
          MEMORY,  1 GB,         1000000000
          STORAGE, 512 MiB,      536870912
          NETWORK, 20 MB/s,      20000000
          COMPUTE, 1.5 cores,    1500
          COMPUTE, 250,          250
          TIME,    2h,           7200000
          TIME,    1 h 30 min,   5400000
          TIME,    1500,         1500
          """)
  @DisplayName("means whole units:")
  void means(ResourceType type, String typed, long units) {
    assertThat(Amounts.read(type, typed)).isEqualTo(new Typed.Right<>(units));
  }

  @ParameterizedTest(name = "{1} as {0}")
  @CsvSource(
      textBlock =
          """
          TOKENS,  ''
          TOKENS,  ten
          TOKENS,  -5
          TOKENS,  1.5
          TOKENS,  9007199254740992
          TOKENS,  8 GiB
          MEMORY,  8 cores
          COMPUTE, 0.0001 cores
          TIME,    2 fortnights
          """)
  @DisplayName("says what would be right where it means nothing:")
  void refuses(ResourceType type, String typed) {
    assertThat(Amounts.read(type, typed).problem()).isNotBlank();
  }

  @ParameterizedTest(name = "{1} of {0} is written {2}")
  @CsvSource(
      textBlock =
          """
          TOKENS,  40000,      40k
          TOKENS,  38812,      38812
          MEMORY,  8589934592, 8 GiB
          TIME,    7200000,    2 h
          COMPUTE, 1500,       1.5 cores
          """)
  @DisplayName("is written as short as is exact:")
  void isWritten(ResourceType type, long units, String text) {
    assertThat(Amounts.text(type, units)).isEqualTo(text);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"90s, 90", "1 d 6 h, 108000", "3 weeks, 1814400", "0, 0"})
  @DisplayName("means a span of time:")
  void spans(String typed, long seconds) {
    assertThat(Spans.read(typed)).isEqualTo(new Typed.Right<>(Duration.ofSeconds(seconds)));
  }
}
