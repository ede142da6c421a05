/// What the words behind the fences of code blocks mean.
extension Phrasing {
  /// What people call the text of a code block, by the word behind its fence: "Python code",
  /// "nginx configuration", or "code" where it says nothing worth saying.
  static func codeName(ofFence info: String) -> String {
    let word = info.prefix { $0.isLetter || $0.isNumber || "+#-".contains($0) }.lowercased()
    if let name = documentNames[word] { return name }
    let name = fenceNames[word] ?? word.capitalizedFirst
    return name.isEmpty ? "code" : "\(name) code"
  }

  /// What is written in them is no program.
  private static let documentNames: [String: String] = [
    "http": "HTTP exchange", "nginx": "nginx configuration", "ini": "configuration",
    "conf": "configuration", "json": "JSON", "yaml": "YAML", "yml": "YAML", "xml": "XML",
    "toml": "TOML", "dockerfile": "Dockerfile", "docker": "Dockerfile",
  ]

  private static let fenceNames: [String: String] = [
    "": "", "text": "", "txt": "", "console": "", "output": "", "plain": "", "plaintext": "",
    "sql": "SQL", "js": "JavaScript", "javascript": "JavaScript", "jsx": "JSX", "ts": "TypeScript",
    "typescript": "TypeScript", "tsx": "TSX", "py": "Python", "sh": "shell", "bash": "shell",
    "shell": "shell", "zsh": "shell", "cpp": "C++", "c++": "C++", "cs": "C#", "csharp": "C#",
    "golang": "Go", "html": "HTML", "css": "CSS", "php": "PHP", "rb": "Ruby", "rs": "Rust",
    "kt": "Kotlin", "hcl": "HCL", "graphql": "GraphQL", "proto": "Protobuf", "protobuf": "Protobuf",
    "objc": "Objective-C",
  ]
}
