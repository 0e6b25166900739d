@NullMarked
package dev.headroom.server.token;

import org.jspecify.annotations.NullMarked;
