package dev.headroom.app.serve;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;

/// Whether a private key is the one to a public key.
final class KeyProof {
  private static final byte[] ANYTHING = {1, 2, 3};

  private KeyProof() {}

  /// Signs with the one and looks with the other.
  ///
  /// @throws GeneralSecurityException where it cannot be told, since the kind of key is not known
  static boolean belongTogether(PrivateKey key, PublicKey shown) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (key.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> key.getAlgorithm();
            });
    signature.initSign(key);
    signature.update(ANYTHING);
    byte[] signed = signature.sign();
    try {
      signature.initVerify(shown);
      signature.update(ANYTHING);
      return signature.verify(signed);
    } catch (InvalidKeyException | SignatureException ofAnotherKind) {
      return false;
    }
  }
}
