package dev.headroom.client.remote;

import dev.headroom.client.Finding.Problem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What was in the way of a call.
final class Causes {
  private Causes() {}

  /// For people.
  static String of(IOException failure, ServerAddress server) {
    String place = server.place();
    return switch (problem(failure)) {
      case NO_HOST -> "there is no host " + server.base().host();
      case NOTHING_LISTENS -> "nothing answers at " + place;
      case NO_WAY -> "no way leads to " + place;
      case SILENT -> place + " does not answer in time";
      case WRONG_HOST -> "the certificate of " + place + " is for another host";
      case UNTRUSTED -> "the certificate of " + place + " is not trusted: " + detail(failure);
      case NO_TLS -> place + " does not speak TLS: " + detail(failure);
      default -> "the connection to " + place + " broke: " + detail(failure);
    };
  }

  /// Of which kind it was.
  static Problem problem(IOException failure) {
    return switch (failure) {
      case UnknownHostException _ -> Problem.NO_HOST;
      case ConnectException _ -> Problem.NOTHING_LISTENS;
      case NoRouteToHostException _ -> Problem.NO_WAY;
      case InterruptedIOException _ -> Problem.SILENT;
      case SSLPeerUnverifiedException _ -> Problem.WRONG_HOST;
      case SSLHandshakeException refused when refused.getCause() instanceof CertificateException ->
          Problem.UNTRUSTED;
      case SSLException _ -> Problem.NO_TLS;
      default -> Problem.BROKEN;
    };
  }

  /// What was said about it, in one line.
  static String detail(IOException failure) {
    String said = failure.getMessage() == null ? "" : failure.getMessage();
    return said.lines().findFirst().orElse("no reason was given");
  }
}
