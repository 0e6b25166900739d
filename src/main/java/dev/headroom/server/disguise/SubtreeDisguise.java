package dev.headroom.server.disguise;

import dev.headroom.model.ConstraintRef;
import dev.headroom.model.InvalidValueException;
import dev.headroom.model.RequestId;
import dev.headroom.model.ScopePath;
import dev.headroom.wire.json.Disguise;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// For those who see a subtree: all that numbers tell is which are the same. All subtrees see the
/// same ones, so that an id can be handed on.
///
/// Request ids are each subtree's own: what others have said before makes no difference (A5).
final class SubtreeDisguise implements Disguise {
  private static final int TAG = 8;

  private final ShownNumbers numbers;
  private final ScopePath subtree;
  private final String prefix;

  SubtreeDisguise(ShownNumbers numbers, ScopePath subtree) {
    this.numbers = numbers;
    this.subtree = subtree;
    this.prefix = "~" + digest(subtree.text()).substring(0, TAG) + ":";
  }

  @Override
  public long shown(Kind kind, long own) {
    return own == 0 ? 0 : numbers.shown(kind, own);
  }

  @Override
  public long own(Kind kind, long shown) {
    if (shown == 0) {
      return 0;
    }
    if (!ShownNumbers.isShown(kind, shown)) {
      throw new InvalidValueException("is none that this token was ever told");
    }
    return numbers.own(kind, shown);
  }

  @Override
  public RequestId shown(RequestId own) {
    String value = own.value();
    return value.startsWith(prefix) && value.length() > prefix.length()
        ? new RequestId(value.substring(prefix.length()))
        : own;
  }

  /// Where it would be too long with what tells subtrees apart, a digest of it stands for it.
  @Override
  public RequestId own(RequestId said) {
    String value = said.value();
    boolean fits = prefix.length() + value.length() <= RequestId.LENGTH_MAX;
    return new RequestId(prefix + (fits ? value : "#" + digest(value)));
  }

  @Override
  public long headroom(ConstraintRef at, long headroom) {
    return at.path().isWithin(subtree) ? headroom : Math.max(0, headroom);
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
