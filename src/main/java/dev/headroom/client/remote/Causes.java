package dev.headroom.client.remote;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What was in the way of a call, for people.
final class Causes {
  private Causes() {}

  static String of(IOException failure, ServerAddress server) {
    String said = failure.getMessage() == null ? "" : failure.getMessage();
    return switch (failure) {
      case UnknownHostException _ -> "there is no host " + server.base().host();
      case ConnectException _ -> "nothing answers at " + server.place();
      case NoRouteToHostException _ -> "no way leads to " + server.place();
      case InterruptedIOException _ -> server.place() + " does not answer in time";
      case SSLPeerUnverifiedException _ ->
          "the certificate of " + server.place() + " is for another host";
      case SSLHandshakeException _ ->
          "the certificate of " + server.place() + " is not trusted: " + firstLine(said);
      case SSLException _ -> server.place() + " does not speak TLS: " + firstLine(said);
      default -> "the connection to " + server.place() + " broke: " + firstLine(said);
    };
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("no reason was given");
  }
}
