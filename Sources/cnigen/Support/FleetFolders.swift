import ArtifactIO
import Fleet

/// The nodes of a compiled fleet as folders to be written.
struct FleetFolders: FolderSource {
  private let build: FleetBuild
  let files: [SharedFile]
  /// The number of the first file of each form among the shared ones.
  private let filesOfForm: [[Int]]

  init(_ build: FleetBuild) {
    self.build = build
    var uses = [Int](repeating: 0, count: build.forms.count)
    for node in 0..<build.count { uses[build.form(of: node)] += 1 }
    var files: [SharedFile] = []
    var plain: [[String]: Int] = [:]
    filesOfForm = zip(build.forms, uses).map { form, uses in
      form.files.map { file in
        // What many nodes have is prepared once; where each is a form of its own, only the paths are shared.
        if uses <= 1, let known = plain[file.path] { return known }
        if uses <= 1 { plain[file.path] = files.count }
        files.append(
          uses > 1
            ? SharedFile(file.path, beginningWith: file.form.beginning, isConstant: file.form.isConstant)
            : SharedFile(file.path))
        return files.count - 1
      }
    }
    self.files = files
  }

  var count: Int { build.count }

  func fill(_ page: inout FolderPage, with node: Int, contents: Bool) {
    page.begin(build.name(of: node))
    let number = build.form(of: node)
    let form = build.forms[number]
    guard contents else {
      for shared in filesOfForm[number] { page.add(shared) { _ in } }
      return
    }
    let values = build.values(of: node)
    for (file, shared) in zip(form.files, filesOfForm[number]) {
      page.add(shared) { file.form.fill(values, to: &$0) }
    }
  }
}
