@NullMarked
package dev.headroom.node.advice;

import org.jspecify.annotations.NullMarked;
