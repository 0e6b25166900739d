@NullMarked
package dev.headroom.app.picture;

import org.jspecify.annotations.NullMarked;
