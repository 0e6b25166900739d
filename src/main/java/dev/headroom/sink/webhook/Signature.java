package dev.headroom.sink.webhook;

import dev.headroom.model.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves that a request comes from one who knows the secret, that nobody changed it, and when it
/// was sent.
///
/// It is `v1=` and the HMAC-SHA256, in lower-case hexadecimal, of the seconds since 1970, a full
/// stop, and the body. Whoever takes the request makes the same, compares in constant time, and
/// refuses what is older than a few minutes.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// @param seconds since 1970
  static String of(Secret secret, long seconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.text().getBytes(StandardCharsets.US_ASCII), ALGORITHM));
      mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, missing);
    }
  }
}
