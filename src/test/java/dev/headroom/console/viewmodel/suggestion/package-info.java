@NullMarked
package dev.headroom.console.viewmodel.suggestion;

import org.jspecify.annotations.NullMarked;
