package dev.headroom.console.viewmodel;

import dev.headroom.model.InvalidValueException;
import dev.headroom.model.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/// What is typed about an instance to attach to. For the UI thread only.
public final class AttachForm {
  private final Optional<Connection> before;
  private final String id;
  private String url = "";
  private String token = "";
  private String name = "";
  private String authority = "";
  private PlaceMark.Colour colour = PlaceMark.Colour.BLUE;
  private boolean production;
  private boolean keepsToken = true;
  private boolean plainText;
  private String asked = "";

  /// An empty form.
  AttachForm() {
    before = Optional.empty();
    id = UUID.randomUUID().toString();
  }

  /// The form of a connection that is known.
  AttachForm(Connection known) {
    before = Optional.of(known);
    id = known.id();
    url = known.server().url();
    name = known.name();
    authority = known.server().authority().map(Path::toString).orElse("");
    colour = known.mark().colour();
    production = known.mark().production();
    keepsToken = known.keepsToken();
    plainText = known.server().plainText();
  }

  /// What it was before it was typed over; empty for a new one.
  public Optional<Connection> before() {
    return before;
  }

  public String url() {
    return url;
  }

  public void setUrl(String typed) {
    url = typed.strip();
  }

  public void setToken(String typed) {
    token = typed.strip();
  }

  public String name() {
    return name;
  }

  public void setName(String typed) {
    name = typed.strip();
  }

  public String authority() {
    return authority;
  }

  public void setAuthority(String typed) {
    authority = typed.strip();
  }

  public PlaceMark.Colour colour() {
    return colour;
  }

  public void setColour(PlaceMark.Colour chosen) {
    colour = chosen;
  }

  public boolean isProduction() {
    return production;
  }

  public void setProduction(boolean marked) {
    production = marked;
  }

  public boolean keepsToken() {
    return keepsToken;
  }

  public void setKeepsToken(boolean keep) {
    keepsToken = keep;
  }

  public boolean isPlainText() {
    return plainText;
  }

  public void setPlainText(boolean allowed) {
    plainText = allowed;
  }

  /// Whether a token is kept for this very address, so that none must be typed.
  public boolean hasKeptToken() {
    return asked.isEmpty()
        && before
            .filter(known -> known.keepsToken() && known.server().url().equals(url))
            .isPresent();
  }

  /// A token must be typed after all.
  ///
  /// @param why in a sentence
  void ask(String why) {
    asked = why;
  }

  /// Whether it is to be said what is wrong with the token: not before one was typed or needed.
  public boolean isTokenWrong() {
    return token.isEmpty() ? !asked.isEmpty() : !isToken();
  }

  /// What is wrong with the token; empty where nothing is, and where one that is kept will do.
  public String tokenProblem() {
    if (token.isEmpty()) {
      String missing = asked.isEmpty() ? Wording.text("attach.token.missing") : asked;
      return hasKeptToken() ? "" : missing;
    }
    return isToken() ? "" : Wording.text("attach.token.invalid");
  }

  /// Whether what was typed, if anything, can be a token.
  boolean isToken() {
    try {
      return token().isEmpty() || !token.contains(" ");
    } catch (InvalidValueException invalid) {
      return false;
    }
  }

  /// The token that was typed, if any.
  Optional<Secret> token() {
    return token.isEmpty() ? Optional.empty() : Optional.of(new Secret(token));
  }

  /// Whether the file of certificates can be one, as far as its name tells.
  boolean isAuthority() {
    try {
      return authority.isEmpty() || Path.of(authority).getNameCount() > 0;
    } catch (InvalidPathException invalid) {
      return false;
    }
  }

  /// What it says.
  Connection connection() {
    Optional<Path> file =
        authority.isEmpty() ? Optional.empty() : Optional.of(Path.of(authority).toAbsolutePath());
    return new Connection(
        id,
        new PlaceMark(name, colour, production),
        new Connection.Server(url, file, plainText),
        keepsToken);
  }
}
