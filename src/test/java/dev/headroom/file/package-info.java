/// What is kept in small files, as its users rely on it.
@NullMarked
package dev.headroom.file;

import org.jspecify.annotations.NullMarked;
