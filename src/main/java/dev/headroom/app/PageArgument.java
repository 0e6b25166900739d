package dev.headroom.app;

import dev.headroom.app.picture.Page;
import java.util.Arrays;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A page of the console on the command line: `tree`, `start-in-use`.
final class PageArgument implements ITypeConverter<Page>, Iterable<String> {
  @Override
  public Page convert(String text) {
    return Arrays.stream(Page.values())
        .filter(page -> page.argument().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'" + text + "' is no page; expected one of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Page.values()).map(Page::argument).iterator();
  }
}
