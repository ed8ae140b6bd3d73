import CLinux
import Glibc

/// The files that plugins see: the machine's, but nothing of it can be written, and what plugins write lies in memory.
///
/// The mount namespace has a root of its own, a file system in memory into which the folders of the real root are bound.
/// It ends with the process, and nothing of it was ever on a disk.
enum PrivateFiles {
  /// The folder that the kernel answers for; what is written there is no file. Devices can be written where files cannot.
  private static let living = ["proc"]
  /// Folders that everything sees empty. Sockets, locks and leases of the machine's own plugins lie there.
  private static let emptied = ["/run", "/tmp", "/var/lib/cni"]

  /// Moves this process into a mount namespace of that kind. Paths should be absolute from here on.
  static func enter() throws(TrialFault) {
    guard unshare(namespaceKindMount) == 0 else { throw .last("make a mount namespace") }
    try mount(nil, "/", nil, MS_REC | MS_PRIVATE)
    // /sys gets new content in any case, so it can carry the new root until that is one.
    let stage = "/sys"
    let entries = try names(in: "/").filter { $0 != "sys" }
    try mount("cnigen", stage, "tmpfs", MS_NOSUID, "mode=0755")
    for name in entries { try carry("/\(name)", to: "\(stage)/\(name)", isLiving: living.contains(name)) }
    mkdir("\(stage)/sys", 0o755)
    guard takeRoot(stage) == 0 else { throw .last("take a root file system of its own") }
  }

  /// Gives the plugins of a network empty folders to write into, and the network namespace's own `/sys`.
  ///
  /// - Parameters:
  ///   - folders: where plugins were told to keep their files, beside the usual ones.
  ///   - kept: folders that stay in sight wherever they lie.
  static func renew(_ folders: [String], keeping kept: [String]) throws(TrialFault) {
    let held = kept.map { (path: $0, descriptor: open($0, openPlaceOnly | O_CLOEXEC)) }.filter { $0.descriptor >= 0 }
    defer { for folder in held { close(folder.descriptor) } }
    let shared = access("/dev/shm", F_OK) == 0 ? ["/dev/shm"] : []
    for path in emptied + shared + folders { try empty(path) }
    for folder in held where !isSame(folder.path, folder.descriptor) {
      try make(folder.path)
      try mount("/proc/self/fd/\(folder.descriptor)", folder.path, nil, MS_BIND | MS_REC)
    }
    // A machine that is itself a container may not allow it; plugins that look for devices there then find none.
    _ = Glibc.mount("sysfs", "/sys", "sysfs", UInt(MS_NOSUID), nil)
  }

  /// Lets everything be written into a folder, in memory.
  private static func empty(_ path: String) throws(TrialFault) {
    try make(path)
    try mount("cnigen", path, "tmpfs", MS_NOSUID, "mode=0755")
  }

  /// Sees to it that a folder is there.
  private static func make(_ path: String) throws(TrialFault) {
    var known = ""
    for part in path.split(separator: "/") {
      let next = "\(known)/\(part)"
      if access(next, F_OK) != 0, mkdir(next, 0o755) != 0 {
        guard errno == EROFS else { throw .last("make \(next)") }
        try loosen(known)
        guard mkdir(next, 0o755) == 0 else { throw .last("make \(next)") }
      }
      known = next
    }
  }

  /// Puts a folder in memory over one that cannot be written, with everything that lies in it.
  private static func loosen(_ path: String) throws(TrialFault) {
    let held = try names(in: path).map {
      (name: $0, descriptor: open("\(path)/\($0)", openPlaceOnly | O_CLOEXEC | O_NOFOLLOW))
    }
    defer { for entry in held { close(entry.descriptor) } }
    try mount("cnigen", path, "tmpfs", MS_NOSUID, "mode=0755")
    for entry in held where entry.descriptor >= 0 {
      try carry("/proc/self/fd/\(entry.descriptor)", to: "\(path)/\(entry.name)", isLiving: true)
    }
  }

  /// Binds a folder or file to another path, or makes the same link there.
  private static func carry(_ source: String, to path: String, isLiving: Bool) throws(TrialFault) {
    var status = stat()
    guard source.hasPrefix("/proc/self/fd/") ? stat(source, &status) == 0 : lstat(source, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: mkdir(path, 0o755)
    case S_IFLNK:
      if let target = target(ofLink: source) { symlink(target, path) }
      return
    default:
      let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
      if file >= 0 { close(file) }
    }
    // What cannot be bound, a broken network file system for example, is not in sight, and the trial goes on.
    guard Glibc.mount(source, path, nil, UInt(MS_BIND | MS_REC), nil) == 0 else { return }
    if !isLiving { _ = forbidWriting(path) }
  }

  private static func target(ofLink path: String) -> String? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBufferPointer { pointer in
      pointer.withMemoryRebound(to: CChar.self) { text in
        text.baseAddress.map { readlink(path, $0, text.count) } ?? -1
      }
    }
    return count < 0 ? nil : String(decoding: buffer[..<count], as: UTF8.self)
  }

  private static func isSame(_ path: String, _ descriptor: Int32) -> Bool {
    var one = stat()
    var other = stat()
    return stat(path, &one) == 0 && fstat(descriptor, &other) == 0 && one.st_ino == other.st_ino
      && one.st_dev == other.st_dev
  }

  /// The names in a folder, sorted, without `.` and `..`.
  static func names(in path: String) throws(TrialFault) -> [String] {
    guard let folder = opendir(path) else { throw .last("list \(path)") }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func mount(
    _ source: String?, _ path: String, _ type: String?, _ flags: Int, _ options: String? = nil
  ) throws(TrialFault) {
    guard Glibc.mount(source, path, type, UInt(flags), options) == 0 else { throw .last("mount \(path)") }
  }
}
