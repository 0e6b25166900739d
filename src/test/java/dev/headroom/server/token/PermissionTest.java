package dev.headroom.server.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headroom.model.ScopePath;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a token may do")
final class PermissionTest {
  private static final String TABLE =
      """
      READ,               yes, yes, yes, yes
      ALLOCATE,           no,  yes, yes, yes
      RECORD_USAGE,       no,  yes, yes, yes
      CHANGE_ALLOCATIONS, no,  yes, yes, yes
      CHECKPOINT,         no,  yes, yes, yes
      LEND,               no,  yes, yes, yes
      REPORT_SCORE,       no,  yes, yes, yes
      HANDLE_ALERTS,      no,  no,  yes, yes
      RESOLVE_CONFLICTS,  no,  no,  yes, yes
      CLOSE_SCOPES,       no,  no,  yes, yes
      REHEARSE,           no,  no,  yes, yes
      ADVISE,             no,  no,  yes, yes
      CHANGE_LIMITS,      no,  no,  no,  yes
      CHANGE_POOLS,       no,  no,  no,  yes
      CHANGE_CONFIG,      no,  no,  no,  yes
      RECORD,             no,  no,  no,  yes
      MANAGE_TOKENS,      no,  no,  no,  yes
      """;

  @ParameterizedTest(name = "{0}: viewer {1}, client {2}, operator {3}, admin {4}")
  @CsvSource(textBlock = TABLE)
  @DisplayName("is said by its role:")
  void table(Permission permission, String viewer, String client, String operator, String admin) {
    assertThat(Stream.of(Role.values()).map(role -> role.may(permission) ? "yes" : "no"))
        .containsExactly(viewer, client, operator, admin);
  }

  @Test
  @DisplayName("is said in that table of every permission")
  void isExhaustive() {
    assertThat(TABLE.lines().map(line -> Permission.valueOf(line.substring(0, line.indexOf(',')))))
        .containsExactlyElementsOf(EnumSet.allOf(Permission.class));
  }

  @ParameterizedTest(name = "{0} from {1}: {2}")
  @CsvSource(
      textBlock =
          """
          /user:ada,        /user:ada,        true
          /user:ada/run:r1, /user:ada,        true
          /user:ada,        /user:ada/run:r1, false
          /user:adam,       /user:ada,        false
          /user:Ada,        /user:ada,        false
          /,                /user:ada,        false
          /,                /,                true
          /user:bob,        /,                true
          """)
  @DisplayName("holds at its scope and below, and nowhere else:")
  void subtree(String at, String subtree, boolean may) {
    Grant grant = new Grant("t", Role.ADMIN, ScopePath.of(subtree));
    assertThat(Arrays.stream(Permission.values()))
        .allMatch(permission -> grant.may(permission, ScopePath.of(at)) == may);
  }
}
