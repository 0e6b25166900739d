package dev.headroom.wire.json;

import dev.headroom.model.AlertRef;
import dev.headroom.model.ConstraintRef;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.ScopePath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The name of an alert as one word that stands in an address, such as `80-L3VzZXI6YWRh…`: its
/// threshold, and the constraint as base64url.
final class AlertIds {
  private static final int PERCENT_DIGITS_MAX = 4;

  private AlertIds() {}

  static String write(AlertRef alert) {
    ConstraintRef at = alert.constraint();
    String text = at.path() + " " + at.kind() + " " + at.id();
    return alert.percent()
        + "-"
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static AlertRef read(String id) {
    try {
      int dash = id.indexOf('-');
      if (dash < 1 || dash > PERCENT_DIGITS_MAX) {
        throw unknown();
      }
      byte[] text = Base64.getUrlDecoder().decode(id.substring(dash + 1));
      String[] words = new String(text, StandardCharsets.UTF_8).split(" ", 3);
      if (words.length < 3) {
        throw unknown();
      }
      var constraint =
          new ConstraintRef(ScopePath.of(words[0]), ConstraintRef.Kind.valueOf(words[1]), words[2]);
      return new AlertRef(constraint, Integer.parseInt(id.substring(0, dash)));
    } catch (IllegalArgumentException malformed) {
      throw unknown();
    }
  }

  private static InvalidValueException unknown() {
    return new InvalidValueException("must be an alertId as /v1/alerts lists them");
  }
}
