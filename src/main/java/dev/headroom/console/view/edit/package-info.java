/// How limits and pools are changed: forms, the set of staged changes, the lock against accidents.
@NullMarked
package dev.headroom.console.view.edit;

import org.jspecify.annotations.NullMarked;
