package dev.headroom.history.rollup;

import java.util.HashMap;
import java.util.Map;

/// The categories of usage, each with a number.
final class Categories {
  private final Database database;
  private final Map<String, Long> numbers = new HashMap<>();

  Categories(Database database) {
    this.database = database;
    database.create(
        "CREATE TABLE IF NOT EXISTS category (number INTEGER PRIMARY KEY, name TEXT NOT NULL"
            + " UNIQUE)");
    names().forEach((number, name) -> numbers.put(name, number));
  }

  /// The number of a category.
  long number(String name) {
    Long known = numbers.get(name);
    if (known != null) {
      return known;
    }
    long number = numbers.size() + 1L;
    var _ = database.update("INSERT INTO category VALUES (?, ?)", number, name);
    numbers.put(name, number);
    return number;
  }

  /// All of them by their numbers.
  Map<Long, String> names() {
    Map<Long, String> names = new HashMap<>();
    database.each(
        "SELECT number, name FROM category",
        result -> names.put(result.getLong(1), result.getString(2)));
    return names;
  }
}
