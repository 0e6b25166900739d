package dev.headroom.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sites by the index that their row holds; index 0 means none.
final class SiteTable {
  private final ScopeTable scopes;
  private final List<@Nullable Site> sites = new ArrayList<>();
  private final Deque<Integer> free = new ArrayDeque<>();

  SiteTable(ScopeTable scopes) {
    this.scopes = scopes;
    sites.add(null);
  }

  /// A copy without those who wait, who come in by themselves.
  SiteTable(SiteTable other, ScopeTable scopes, PoolTable pools) {
    this.scopes = scopes;
    for (Site site : other.sites) {
      sites.add(site == null ? null : new Site(site, pools));
    }
    free.addAll(other.free);
  }

  /// The site with that index, which a row holds.
  Site at(int index) {
    return java.util.Objects.requireNonNull(sites.get(index));
  }

  /// The site of a row, made if it has none.
  Site of(int scope, int type) {
    long[] rows = scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    int index = Row.site(rows, at);
    if (index == 0) {
      Site site = new Site(scope, type);
      if (free.isEmpty()) {
        index = sites.size();
        sites.add(site);
      } else {
        index = free.pop();
        sites.set(index, site);
      }
      Row.setSite(rows, at, index);
    }
    return at(index);
  }

  /// Takes the site off its row, if it has one.
  void remove(int scope, int type) {
    long[] rows = scopes.rows(scope);
    int at = ScopeTable.rowAt(scope, type);
    int index = Row.site(rows, at);
    if (index != 0) {
      sites.set(index, null);
      free.push(index);
      Row.setSite(rows, at, 0);
    }
  }
}
