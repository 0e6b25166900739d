package dev.headroom.console.viewmodel.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.console.viewmodel.Figures;
import dev.headroom.console.viewmodel.Language;
import dev.headroom.console.viewmodel.Times;
import dev.headroom.console.viewmodel.Wording;
import dev.headroom.model.Money;
import dev.headroom.model.ResourceType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("In German")
final class GermanTest {
  @BeforeEach
  void speakGerman() {
    Wording.speak(Language.GERMAN);
  }

  @AfterEach
  void speakEnglish() {
    Wording.speak(Language.ENGLISH);
  }

  @ParameterizedTest(name = "{1} of {0} is \"{2}\", exactly \"{3}\"")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOKENS    | 1000        | 1k              | 1.000 Tokens
          CREDITS   | 38812       | 38,8k           | 38.812 Credits
          API_CALLS | 1           | 1               | 1 Call
          TIME      | 11400000    | 3 Std. 10 Min.  | 11.400.000 Millisekunden
          MEMORY    | 14066017075 | 13,1 GiB        | 14.066.017.075 Byte
          COMPUTE   | 250         | 0,25 Kerne      | 250 Millikerne
          COMPUTE   | 1000        | 1 Kern          | 1.000 Millikerne
          NETWORK   | 12500000    | 12,5 MB/s       | 12.500.000 Byte pro Sekunde
          """)
  @DisplayName("a figure has a decimal comma, and its unit in German")
  void figures(ResourceType type, long amount, String shown, String exact) {
    assertThat(Figures.amount(type, amount)).isEqualTo(shown);
    assertThat(Figures.exact(type, amount)).isEqualTo(exact);
  }

  @Test
  @DisplayName("spans and instants are written as in German")
  void times() {
    Instant noon = Instant.parse("2026-03-04T12:00:00Z");
    assertThat(Times.span(Duration.ofHours(122))).isEqualTo("5 Tg. 2 Std.");
    assertThat(Times.shortSpan(Duration.ofMinutes(190))).isEqualTo("3 Std.");
    assertThat(Times.ago(noon, noon.minusSeconds(90))).isEqualTo("vor 1 Min.");
    assertThat(Times.resets(noon, noon.plusSeconds(7300))).isEqualTo("neu in 2 Std.");
    assertThat(Times.clock(noon, noon.plus(Duration.ofDays(1)), ZoneOffset.UTC))
        .isEqualTo("5. März 12:00:00");
  }

  @ParameterizedTest(name = "{1} is {2} of {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          TOKENS  | 10k            | 10000
          TOKENS  | 1,5M           | 1500000
          TOKENS  | 1.5M           | 1500000
          TOKENS  | 10.000         | 10000
          TOKENS  | 1.234.567      | 1234567
          MEMORY  | 1,5 GiB        | 1610612736
          COMPUTE | 1,5 Kerne      | 1500
          COMPUTE | 0.125 cores    | 125
          TIME    | 1 Std. 30 Min. | 5400000
          TIME    | 2 Tage         | 172800000
          TIME    | 2h             | 7200000
          """)
  @DisplayName("what is typed may be German, and means whole units:")
  void means(ResourceType type, String typed, long units) {
    assertThat(Amounts.read(type, typed)).isEqualTo(new Typed.Right<>(units));
  }

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource({
    "TOKENS, 1500",
    "TOKENS, 1501",
    "MEMORY, 1610612736",
    "COMPUTE, 1250",
    "TIME, 5400000"
  })
  @DisplayName("what a field says means the same when it is read again")
  void reads(ResourceType type, long units) {
    assertThat(Amounts.read(type, Amounts.text(type, units))).isEqualTo(new Typed.Right<>(units));
  }

  @Test
  @DisplayName("a cost has a decimal comma, and is read with it")
  void costs() {
    var cost = Money.of(new BigDecimal("1.125"));
    String shown = Figures.decimals(cost.credits());
    assertThat(shown).isEqualTo("1,125");
    assertThat(Amounts.cost(shown)).isEqualTo(new Typed.Right<>(cost));
  }
}
