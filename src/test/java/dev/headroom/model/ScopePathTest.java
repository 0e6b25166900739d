package dev.headroom.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A path")
final class ScopePathTest {
  private static final String LONGEST_NAME = "n".repeat(ScopePath.NAME_LENGTH_MAX);

  @ParameterizedTest(name = "{0} is a {1} called {2}, {3} below /")
  @CsvSource(
      textBlock =
          """
          /,                                              GLOBAL,  /,    0
          /user:ada,                                      USER,    ada,  1
          /step:9,                                        STEP,    9,    1
          /user:ada/run:r1,                               RUN,     r1,   2
          /user:ada/swarm:s1/run:r7/step:2,               STEP,    2,    4
          /user:u/session:s/swarm:w/run:r/step:t,         STEP,    t,    5
          /user:A-Z.a_z~0@9+=,                            USER,    A-Z.a_z~0@9+=, 1
          """)
  @DisplayName("S1: descends from kind to kind, and may skip some")
  void valid(String text, ScopeKind kind, String name, int depth) {
    ScopePath path = ScopePath.of(text);
    assertThat(path.kind()).isEqualTo(kind);
    assertThat(path.name()).isEqualTo(name);
    assertThat(path.depth()).isEqualTo(depth);
    assertThat(path.text()).isEqualTo(text).isEqualTo(path.toString());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /run:r1/user:ada     | USER cannot stand below RUN at position 8 of /run:r1/user:ada (rule S1)
          /user:a/user:b       | USER cannot stand below USER at position 8 of /user:a/user:b (rule S1)
          /step:1/run:1        | RUN cannot stand below STEP at position 8 of /step:1/run:1 (rule S1)
          /global:g            | 'global' at position 1 of /global:g is no kind of scope
          /User:a              | 'User' at position 1 of /User:a is no kind of scope
          /users:a             | 'users' at position 1 of /users:a is no kind of scope
          /:a                  | '' at position 1 of /:a is no kind of scope
          """)
  @DisplayName("S1: names a kind that cannot stand where it stands, and the position")
  void kinds(String text, String message) {
    assertThatThrownBy(() -> ScopePath.of(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /user:a d            | ' ' at position 7 of /user:a d is not allowed in a name (rule S2)
          /user:ä              | 'ä' at position 6 of /user:ä is not allowed in a name (rule S2)
          /user:a:b            | ':' at position 7 of /user:a:b is not allowed in a name (rule S2)
          /user:a/run:r,1      | ',' at position 13 of /user:a/run:r,1 is not allowed in a name (rule S2)
          /user:a%2f           | '%' at position 7 of /user:a%2f is not allowed in a name (rule S2)
          /user:               | a name has 1 to 128 characters, not 0, at position 6 of /user: (rule S2)
          /user:/run:r         | a name has 1 to 128 characters, not 0, at position 6 of
          """)
  @DisplayName("S2: names the character that is not allowed, and its position")
  void names(String text, String message) {
    assertThatThrownBy(() -> ScopePath.of(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining(message);
  }

  @Test
  @DisplayName("S2: has names of up to 128 characters")
  void nameLength() {
    assertThat(ScopePath.of("/user:" + LONGEST_NAME).name()).hasSize(128);
    assertThatThrownBy(() -> ScopePath.of("/user:" + LONGEST_NAME + "n"))
        .hasMessageStartingWith(
            "a name has 1 to 128 characters, not 129, at position 6 of /user:n");
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "",
        "user:ada",
        "//",
        "/user",
        "/user:a/",
        "/user:a//run:b",
        " /user:a",
        "/user/run:1"
      })
  @DisplayName("has no other form")
  void malformed(String text) {
    assertThatThrownBy(() -> ScopePath.of(text)).isInstanceOf(InvalidValueException.class);
  }

  @Test
  @DisplayName(
      "S2: allows every letter, digit and . _ ~ @ + = - in a name, and nothing else of ASCII")
  void everyCharacter() {
    String allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~@+=-";
    for (char character = 0; character < 128; character++) {
      String text = "/user:" + character;
      if (allowed.indexOf(character) >= 0) {
        assertThat(ScopePath.of(text).name()).isEqualTo(String.valueOf(character));
      } else {
        assertThatThrownBy(() -> ScopePath.of(text)).isInstanceOf(InvalidValueException.class);
      }
    }
  }

  @Test
  @DisplayName("knows everything above it, from the root down")
  void chain() {
    assertThat(ScopePath.of("/user:a/run:b/step:c").chain())
        .containsExactly(
            ScopePath.ROOT,
            ScopePath.of("/user:a"),
            ScopePath.of("/user:a/run:b"),
            ScopePath.of("/user:a/run:b/step:c"));
    assertThat(ScopePath.ROOT.chain()).containsExactly(ScopePath.ROOT);
  }

  @ParameterizedTest(name = "the parent of {0} is {1}")
  @CsvSource({
    "/user:a, /",
    "/run:r, /",
    "/user:a/run:b, /user:a",
    "/user:a/run:b/step:c, /user:a/run:b"
  })
  @DisplayName("has one parent")
  void parent(String path, String parent) {
    assertThat(ScopePath.of(path).parent()).contains(ScopePath.of(parent));
  }

  @Test
  @DisplayName("has no parent at the root")
  void rootHasNoParent() {
    assertThat(ScopePath.ROOT.parent()).isEqualTo(Optional.empty());
    assertThat(ScopePath.of("/")).isSameAs(ScopePath.ROOT);
  }

  @Test
  @DisplayName("S1: has children of lower kinds only")
  void child() {
    ScopePath ada = ScopePath.ROOT.child(ScopeKind.USER, "ada");
    assertThat(ada).isEqualTo(ScopePath.of("/user:ada"));
    assertThat(ada.child(ScopeKind.RUN, "r")).isEqualTo(ScopePath.of("/user:ada/run:r"));
    assertThatThrownBy(() -> ada.child(ScopeKind.USER, "bob")).hasMessageContaining("rule S1");
    assertThatThrownBy(() -> ada.child(ScopeKind.RUN, "a/b")).hasMessageContaining("position");
  }

  @ParameterizedTest(name = "{0} within {1}: {2}")
  @CsvSource(
      textBlock =
          """
          /,               /,        true
          /user:a,         /,        true
          /,               /user:a,  false
          /user:a,         /user:a,  true
          /user:a/run:r,   /user:a,  true
          /user:ab/run:r,  /user:a,  false
          /user:ab,        /user:a,  false
          /user:a,         /user:ab, false
          """)
  @DisplayName(
      "lies within itself and what is above it, and never within a name that only begins so")
  void within(String path, String other, boolean within) {
    assertThat(ScopePath.of(path).isWithin(ScopePath.of(other))).isEqualTo(within);
  }

  @Test
  @DisplayName("comes before everything below it")
  void order() {
    List<ScopePath> sorted =
        Arrays.stream("/user:b /user:a/run:r / /user:a".split(" ", -1))
            .map(ScopePath::of)
            .sorted()
            .toList();
    assertThat(sorted)
        .extracting(ScopePath::text)
        .containsExactly("/", "/user:a", "/user:a/run:r", "/user:b");
  }
}
