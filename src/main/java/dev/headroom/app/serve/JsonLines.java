package dev.headroom.app.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.headroom.server.CallLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/// Log records as one JSON object per line: `time` (UTC), `level`, `logger`, `message`, and `call`
/// or `error` where there is one.
final class JsonLines extends Formatter {
  @Override
  public String format(LogRecord told) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", told.getInstant().toString());
    line.put("level", told.getLevel().getName());
    line.put("logger", told.getLoggerName());
    line.put("message", formatMessage(told));
    Object[] parameters = told.getParameters();
    if (parameters != null && parameters.length == 1 && parameters[0] instanceof CallLog.Called c) {
      line.putObject("call")
          .put("method", c.method())
          .put("route", c.route())
          .put("status", c.status())
          .put("micros", c.micros())
          .put("token", c.token());
    }
    if (told.getThrown() != null) {
      line.putObject("error")
          .put("type", told.getThrown().getClass().getName())
          .put("message", String.valueOf(told.getThrown().getMessage()))
          .put("stack", stack(told.getThrown()));
    }
    return line + System.lineSeparator();
  }

  private static String stack(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
