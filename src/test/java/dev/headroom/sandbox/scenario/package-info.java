@NullMarked
package dev.headroom.sandbox.scenario;

import org.jspecify.annotations.NullMarked;
