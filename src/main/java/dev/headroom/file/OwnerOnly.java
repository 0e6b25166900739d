package dev.headroom.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Keeps files from everybody but their owner, in the way that their file system knows:
/// permissions, or a list of who may do what.
final class OwnerOnly {
  private static final Set<PosixFilePermission> PERMISSIONS =
      PosixFilePermissions.fromString("rw-------");

  private OwnerOnly() {}

  /// With which a file must be made, so that it is nobody else's for no moment.
  ///
  /// @throws IOException where the file system does not know who this is
  static FileAttribute<?>[] attributes(Path path) throws IOException {
    if (knowsPermissions(path)) {
      return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PERMISSIONS)};
    }
    return knows(path, "acl") ? new FileAttribute<?>[] {list(path)} : new FileAttribute<?>[0];
  }

  /// Makes sure of it, where the file system has permissions; a list that others were put on by
  /// whoever administers the machine is their business.
  ///
  /// @throws IOException where others may read or write the file, with what to do
  static void require(Path path) throws IOException {
    if (knowsPermissions(path) && !PERMISSIONS.containsAll(Files.getPosixFilePermissions(path))) {
      throw new IOException("others may read or write " + path + "; run chmod 600 " + path);
    }
  }

  static boolean knowsPermissions(Path path) {
    return knows(path, "posix");
  }

  private static boolean knows(Path path, String view) {
    return path.getFileSystem().supportedFileAttributeViews().contains(view);
  }

  private static FileAttribute<List<AclEntry>> list(Path path) throws IOException {
    UserPrincipal owner =
        path.getFileSystem()
            .getUserPrincipalLookupService()
            .lookupPrincipalByName(System.getProperty("user.name", ""));
    AclEntry all =
        AclEntry.newBuilder()
            .setType(AclEntryType.ALLOW)
            .setPrincipal(owner)
            .setPermissions(EnumSet.allOf(AclEntryPermission.class))
            .build();
    return new FileAttribute<>() {
      @Override
      public String name() {
        return "acl:acl";
      }

      @Override
      public List<AclEntry> value() {
        return List.of(all);
      }
    };
  }
}
