package dev.headroom.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A wrong config document")
final class ConfigProblemTest {

  @Test
  @DisplayName(
      "is refused with everything that is wrong, each with its line, key and what is right")
  void allAtOnce() {
    assertThat(
            problems(
                """
                setings: {}
                settings: {timeZone: Europe/Berln, agingInterval: 5m}
                limits:
                  - {path: /user:a d, type: TOKEN, amuont: 3}
                  - path: /user:ada
                    type: MEMORY
                    amount: 1
                    period: P1D
                pools: {}
                """))
        .containsExactly(
            "line 1: setings: is not a key here; did you mean settings?",
            "line 2: settings.timeZone: must be a time zone such as UTC or Europe/Berlin, not"
                + " Europe/Berln; did you mean Europe/Berlin?",
            "line 2: settings.agingInterval: must be an ISO 8601 duration such as PT5M, PT1H30M or"
                + " P1D, not 5m",
            "line 4: limits[0].amuont: is not a key here; did you mean amount?",
            "line 4: limits[0].path: ' ' at position 7 of /user:a d is not allowed in a name (rule"
                + " S2)",
            "line 4: limits[0].type: must be one of CREDITS, TOKENS, API_CALLS, TIME, MEMORY,"
                + " COMPUTE, STORAGE, NETWORK, not the text \"TOKEN\"; did you mean TOKENS?",
            "line 4: limits[0].amount: is missing; it must be a whole number from 0 to"
                + " 9007199254740991, digits only and no quotes",
            "line 8: limits[1].period: does not go with MEMORY, which is held, not spent; leave it"
                + " out",
            "line 9: pools: must be a list, [] if there is nothing in it, not a mapping");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "-1",
        "1e3",
        "10_000",
        "0x10",
        "010",
        "+5",
        "6.0",
        "\"10000\"",
        "10k",
        "9007199254740992",
        "99999999999999999999",
        "~",
        "",
        "[]",
        "{}",
        "true"
      })
  @DisplayName("cannot write an amount in any other way than in digits, up to 2^53 − 1 (S6)")
  void amounts(String written) {
    assertThat(problems("limits:\n  - {path: /, type: TIME, amount: " + written + "}"))
        .singleElement()
        .asString()
        .startsWith("line 2: limits[0].amount: must be a whole number from 0 to 9007199254740991,");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rollover: yes                                | rollover | must be true or false
          rollover: True                               | rollover | must be true or false
          rollover: "true"                             | rollover | must be true or false
          rollover: true                               | rollover | needs a period
          period: P1Y                                  | period   | not a period; write PT5M
          period: ~                                    | period   | must be a period such as
          period: 1                                    | period   | must be a period such as
          onConflict: queueing                         | onConflict | did you mean QUEUING?
          thresholds: [80, 50]                         | thresholds | thresholds ascend
          thresholds: [0]                              | thresholds[0] | from 1 to 1000
          thresholds: [1001]                           | thresholds[0] | from 1 to 1000
          thresholds: [1,2,3,4,5,6,7,8,9]              | thresholds | at most 8
          enforcement: HARD                            | enforcement | must be a mapping
          enforcement: {grace: PT1M}                   | enforcement.mode | is missing
          enforcement: {mode: HARD, grace: PT1M}       | enforcement.grace | mode SOFT only
          enforcement: {mode: SOFT, grace: PT-1S}      | enforcement.grace | between PT0S and
          enforcement: {mode: SOFT, grace: P367D}      | enforcement.grace | between PT0S and
          enforcement: {mode: SOFT, cap: 5}            | enforcement.cap | overage CHARGED only
          enforcement: {mode: SOFT, overage: CHARGED, multiplier: 0.999} | enforcement.multiplier | between 1 and 1000
          enforcement: {mode: SOFT, overage: CHARGED, multiplier: 1.0001} | enforcement.multiplier | at most 3 decimals
          enforcement: {mode: SOFT, overage: CHARGED, multiplier: 1e1} | enforcement.multiplier | at most 3 decimals
          """)
  @DisplayName("cannot have impossible terms of a limit")
  void limits(String terms, String key, String message) {
    List<ConfigProblem> problems =
        refused("limits: [{path: /, type: TIME, amount: 1, " + terms + "}]");
    assertThat(problems)
        .singleElement()
        .extracting(ConfigProblem::key)
        .isEqualTo("limits[0]." + key);
    assertThat(problems.getFirst().message()).contains(message);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          replenish: {amount: 0, every: PT1M}  | replenish.amount | from 1 to
          replenish: {amount: 5}               | replenish.every  | is missing
          replenish: {amount: 5, every: PT0S}  | replenish        | between PT0.001S
          costPerUnit: 0.0000001               | costPerUnit      | at most 6 decimals
          costPerUnit: -1                      | costPerUnit      | negative
          costPerUnit: 99999999999999          | costPerUnit      | 9.2e12
          costPerUnit: 1e-4                    | costPerUnit      | a cost in credits
          priceSteps: [{from: 50}]             | priceSteps[0].costPerUnit | is missing
          priceSteps: [{from: 0, costPerUnit: 1}] | priceSteps[0].from | from 1 to 1000
          priceSteps: [{from: 50%, costPerUnit: 1}] | priceSteps[0].from | from 1 to 1000
          priceSteps: [{from: 9, costPerUnit: 1}, {from: 9, costPerUnit: 2}] | priceSteps | ascend
          priceSteps: {from: 50, costPerUnit: 1} | priceSteps      | must be a list
          sharing: EQAL                        | sharing          | did you mean EQUAL?
          members: [{quota: 1}]                | members[0].path  | is missing
          members: [{path: /user:b}]           | ''               | not below /user:a
          members: [{path: /user:a/run:1}, {path: /user:a/run:1}] | '' | twice
          members: [{path: /user:a, weight: 0}] | members[0].weight | from 1 to 1000000
          borrowing: -1                        | borrowing        | from 0 to
          """)
  @DisplayName("cannot have impossible terms of a pool")
  void pools(String terms, String key, String message) {
    List<ConfigProblem> problems =
        refused("pools: [{id: a, path: /user:a, type: TIME, capacity: 1, " + terms + "}]");
    assertThat(problems)
        .singleElement()
        .extracting(ConfigProblem::key)
        .isEqualTo(key.isEmpty() ? "pools[0]" : "pools[0]." + key);
    assertThat(problems.getFirst().message()).contains(message);
  }

  @Test
  @DisplayName("cannot give a held type a price with steps, since nothing is charged for it")
  void priceOfWhatIsHeld() {
    List<ConfigProblem> problems =
        refused(
            "pools: [{id: a, path: /, type: MEMORY, capacity: 1,"
                + " priceSteps: [{from: 50, costPerUnit: 1}]}]");
    assertThat(problems).singleElement().extracting(ConfigProblem::key).isEqualTo("pools[0]");
    assertThat(problems.getFirst().message()).contains("MEMORY is held, not spent");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"12", "true", "~", "a b", "'a:b'", "''", "[a]"})
  @DisplayName("cannot call a pool something that is no name")
  void poolIds(String id) {
    assertThat(refused("pools: [{id: " + id + ", path: /, type: TIME, capacity: 1}]"))
        .singleElement()
        .extracting(ConfigProblem::key)
        .isEqualTo("pools[0].id");
  }

  @Nested
  @DisplayName("that says one thing twice")
  class Twice {
    @Test
    @DisplayName("names the key and both lines")
    void keys() {
      assertThat(problems("limits: []\npools: []\nlimits: []"))
          .containsExactly("line 3: limits: is written twice, first on line 1");
    }

    @Test
    @DisplayName("L1: has two limits for one path, type and period")
    void limits() {
      assertThat(
              problems(
                  """
                  limits:
                    - {path: /, type: TIME, amount: 1, period: P1D}
                    - {path: /, type: TIME, amount: 1}
                    - {path: /, type: TIME, amount: 2, period: P1D}
                  """))
          .containsExactly(
              "line 4: limits[2]: is a second limit of / for TIME/P1D, the first is on line 2;"
                  + " remove one or change its period");
    }

    @Test
    @DisplayName("has two pools of one id, or of one type at one scope (P2)")
    void pools() {
      assertThat(
              problems(
                  """
                  pools:
                    - {id: a, path: /, type: TIME, capacity: 1}
                    - {id: a, path: /, type: TOKENS, capacity: 1}
                    - {id: b, path: /, type: TIME, capacity: 1}
                    - {id: c, path: /user:a, type: TIME, capacity: 1}
                  """))
          .containsExactly(
              "line 3: pools[1]: is a second pool called a, the first is on line 2; give it"
                  + " another id",
              "line 4: pools[2]: is a second pool of TIME at /, the first is on line 2; a scope has"
                  + " one pool per type");
    }
  }

  @ParameterizedTest(name = "line {1}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                     | 1 | the document is empty
          '# nothing here\n\n'                   | 1 | the document is empty
          'limits:\n\t- {}'                      | 2 | not YAML: while scanning for the next token
          'limits: []\npools: ['                 | 2 | not YAML: while parsing a flow node
          'a: b: c'                              | 1 | not YAML: mapping values are not allowed
          'limits: []\n---\npools: []'           | 3 | a second document begins here
          '? [a]\n: b'                           | 1 | a key must be a word
          '{"limits": [}'                        | 1 | not readable
          '{"limits": [],\n "pools": 01}'        | 2 | not readable
          '{"limits": []}\n{}'                   | 2 | a second document begins here
          'limits: []\npools: []\0'              | 2 | not text: character U+0000
          '[]'                                   | 1 | must be a mapping with keys of settings
          'TIMESTAMP,ContextTokens\n1,2\n'       | 1 | must be a mapping with keys of settings
          'limits: &a []\npools: *a'             | 1 | anchors and aliases
          'limits: !!seq []'                     | 1 | tags such as
          'limits: !foo []'                      | 1 | tags such as
          """)
  @DisplayName("is refused at the line where it stops being one")
  void syntax(String document, int line, String message) {
    ConfigProblem first =
        refused(document.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0")).getFirst();
    assertThat(first.line()).isEqualTo(line);
    assertThat(first.message()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{a: ", "- "})
  @DisplayName("cannot be nested beyond a bound, however deep it pretends to be")
  void depth(String opening) {
    assertThat(problems(opening.repeat(100_000)))
        .singleElement()
        .asString()
        .contains("nesting depth (17) exceeds the maximum allowed (16)");
  }

  @Test
  @DisplayName("cannot be larger than a bound")
  void size() {
    assertThat(ConfigDocument.read(new byte[ConfigDocument.SIZE_MAX + 1]))
        .isEqualTo(
            new ConfigReading.Refused(
                List.of(new ConfigProblem(1, "", "the document is larger than 67108864 bytes"))));
  }

  @Test
  @DisplayName("cannot be something else than text in UTF-8, and says at which line")
  void encoding() {
    byte[] latin = "limits: []\n# Größe\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ConfigDocument.read(latin))
        .isEqualTo(
            new ConfigReading.Refused(
                List.of(new ConfigProblem(2, "", "not text in UTF-8: byte 0xF6"))));
  }

  @Test
  @DisplayName("cannot bring control characters or endless texts into a message")
  void hostileTexts() {
    String document = "\"\\e[31m\\n\": 1\n? \"" + "x".repeat(2000) + "\"\n: 1";
    assertThat(problems(document)).allMatch(line -> line.length() < 1000);
    assertThat(problems(document).getFirst())
        .isEqualTo(
            "line 1: \\u001B[31m\\u000A: is not a key here; keys are settings, limits, pools");
  }

  @Test
  @DisplayName("has a bounded number of problems")
  void manyProblems() {
    String document =
        IntStream.range(0, Problems.COUNT_MAX + 5)
            .mapToObj(key -> "wrong" + key + ": 1\n")
            .collect(Collectors.joining());
    List<ConfigProblem> problems = refused(document);
    assertThat(problems).hasSize(Problems.COUNT_MAX + 1);
    assertThat(problems.getLast().message()).isEqualTo("and 5 more problems, not listed");
  }

  @Test
  @DisplayName("cannot give one scope more limits than a change can carry")
  void crowdedScope() {
    String limits =
        IntStream.rangeClosed(1, 65)
            .mapToObj(days -> "  - {path: /, type: TIME, amount: 1, period: P" + days + "D}\n")
            .collect(Collectors.joining());
    assertThat(problems("limits:\n" + limits))
        .containsExactly("line 66: limits[64]: is one too many; a scope has at most 64");
  }

  private static List<String> problems(String document) {
    return refused(document).stream().map(ConfigProblem::toString).toList();
  }

  private static List<ConfigProblem> refused(String document) {
    return switch (ConfigDocument.read(document)) {
      case ConfigReading.Accepted(var config) -> throw new AssertionError("accepted as " + config);
      case ConfigReading.Refused(var problems) -> problems;
    };
  }
}
