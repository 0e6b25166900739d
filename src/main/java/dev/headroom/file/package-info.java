/// Small files beside the journal that are always whole, whoever reads them whenever.
@NullMarked
package dev.headroom.file;

import org.jspecify.annotations.NullMarked;
