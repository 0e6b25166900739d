package dev.headroom.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headroom.server.token.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A user whose token is for their own scope (P7)")
final class LoanRoutesTest {
  private static final String LOANS = "/v1/pools/grid/loans";

  @TempDir private Path data;
  private Served served;
  private String ada;
  private String ben;
  private String eve;

  /// The pool belongs to `/`, above all of their subtrees.
  @BeforeEach
  void serve() throws IOException {
    served = Served.in(data);
    ada = served.token(Role.CLIENT, "/user:ada");
    ben = served.token(Role.CLIENT, "/user:ben");
    eve = served.token(Role.CLIENT, "/user:eve");
    String admin = served.token(Role.ADMIN, "/");
    String pool =
        "{\"requestId\":\"p\",\"author\":\"op\",\"reason\":\"r\",\"version\":0,\"pool\":"
            + "{\"id\":\"grid\",\"path\":\"/\",\"type\":\"TOKENS\",\"capacity\":100,"
            + "\"sharing\":\"QUOTA\",\"members\":[{\"path\":\"/user:ada\",\"quota\":40},"
            + "{\"path\":\"/user:ben\",\"quota\":40}]}}";
    assertThat(served.call(admin, "PUT", "/v1/pools/grid", pool).status()).isEqualTo(200);
  }

  @AfterEach
  void end() {
    served.close();
  }

  private Served.Said lend(String token, String from, String to, long amount) {
    String until = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3600).toString();
    String body =
        String.format(
            Locale.ROOT,
            "{\"requestId\":\"%s-%s\",\"from\":\"%s\",\"to\":\"%s\",\"amount\":%d,\"until\":\"%s\","
                + "\"author\":\"me\",\"reason\":\"helps\"}",
            token.substring(0, 6),
            amount,
            from,
            to,
            amount,
            until);
    return served.call(token, "POST", LOANS, body);
  }

  private Served.Said recall(String token, String loan, String id) {
    return served.call(
        token, "DELETE", LOANS + "/" + loan + "?requestId=" + id + "&author=me&reason=mine", "");
  }

  private JsonNode loans(String token) {
    return served.call(token, "GET", LOANS, "").json();
  }

  @Test
  @DisplayName("lends what is theirs and calls it back, though the pool is hidden from them")
  void lends() {
    assertThat(served.call(ada, "GET", "/v1/pools/grid", "").status()).isEqualTo(404);
    String loan = lend(ada, "/user:ada", "/user:ben", 10).json().get("loanId").asText();
    assertThat(loans(ada).get("members")).hasSize(1);
    assertThat(loans(ada).get("members").get(0).get("lendable").asLong()).isEqualTo(30);
    assertThat(loans(ben).get("loans").get(0).get("loan").get("loanId").asText()).isEqualTo(loan);
    JsonNode back = recall(ada, loan, "r1").json();
    assertThat(back.get("peak").asLong()).isZero();
    assertThat(recall(ada, loan, "r1").json()).isEqualTo(back);
    assertThat(loans(ben).get("loans")).isEmpty();
  }

  @Test
  @DisplayName("neither lends what is another's nor ends what is between others")
  void onlyOwn() {
    assertThat(lend(ben, "/user:ada", "/user:ben", 10).status()).isEqualTo(403);
    String loan = lend(ada, "/user:ada", "/user:ben", 10).json().get("loanId").asText();
    Served.Said strangers = recall(eve, loan, "r1");
    assertThat(strangers.status()).isEqualTo(404);
    assertThat(strangers.json().get("type").asText()).isEqualTo("urn:headroom:unknown-loan");
    assertThat(loans(ada).get("loans")).hasSize(1);
  }

  @Test
  @DisplayName("hands back what they have borrowed, once")
  void handsBack() {
    String loan = lend(ada, "/user:ada", "/user:ben", 10).json().get("loanId").asText();
    Served.Said back = recall(ben, loan, "r1");
    assertThat(back.status()).as(back.body()).isEqualTo(200);
    assertThat(recall(ben, loan, "r1").json()).isEqualTo(back.json());
    assertThat(loans(ada).get("loans")).isEmpty();
  }

  @Test
  @DisplayName("is told what cannot be lent as a problem of a type of its own")
  void isToldWhy() {
    Served.Said refused = lend(ada, "/user:ada", "/user:ben", 41);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("type").asText()).isEqualTo("urn:headroom:not-lendable");
    assertThat(refused.json().get("lendable").asLong()).isEqualTo(40);
  }

  @Test
  @DisplayName("learns nothing of a pool in which they have no part")
  void strangersLearnNothing() {
    lend(ada, "/user:ada", "/user:ben", 10);
    assertThat(served.call(eve, "GET", LOANS, "").body().replace("grid", "none"))
        .isEqualTo(served.call(eve, "GET", "/v1/pools/none/loans", "").body());
    assertThat(lend(eve, "/user:eve", "/user:ada", 1).status()).isEqualTo(404);
    assertThat(served.call(eve, "GET", "/v1/loans?path=/user:eve", "").json().get("loans"))
        .isEmpty();
  }
}
