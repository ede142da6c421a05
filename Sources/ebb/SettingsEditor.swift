import Foundation

/// Changes the file of settings, leaving comments and order as they are.
struct SettingsEditor {
  /// The file; a link is followed, so that it stays one.
  let path: String

  init(path: String) { self.path = Locations.absolute(path) }

  /// Gives a setting a value, in a new file if there is none.
  /// - Throws: A failure if the file as it is cannot be read, or cannot be written; it is unchanged.
  func set(_ name: SettingName, to value: SettingValue) throws(CommandFailure) {
    let before = try text()
    let beforeValues = try SettingsFile.values(of: before, path: path)
    var after = SettingsText(before)
    after.set(name, to: value.literal)
    // Whatever shape the file has: nothing is written that says another thing than was asked for.
    let values = try? SettingsFile.values(of: after.text, path: path)
    var expected = beforeValues.mapValues(\.value)
    expected[name] = value
    guard values?.mapValues(\.value) == expected else {
      throw CommandFailure(
        .usage, "cannot set \(name) in \(path): the file has no place for it; edit it by hand")
    }
    try replace(with: after.text)
  }

  /// Takes a setting out of the file.
  /// - Returns: Whether it was there.
  func remove(_ name: SettingName) throws(CommandFailure) -> Bool {
    let before = try text()
    var expected = try SettingsFile.values(of: before, path: path).mapValues(\.value)
    guard expected.removeValue(forKey: name) != nil else { return false }
    var after = SettingsText(before)
    guard after.remove(name),
      (try? SettingsFile.values(of: after.text, path: path))?.mapValues(\.value) == expected
    else {
      throw CommandFailure(
        .usage, "cannot take \(name) out of \(path): it does not stand alone; edit it by hand")
    }
    try replace(with: after.text)
    return true
  }

  /// Makes an empty file with a word of explanation if there is none.
  func begin() throws(CommandFailure) {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try replace(
      with:
        "# Settings of ebb. `ebb config print --origin` lists all, `ebb help config` explains.\n")
  }

  private func text() throws(CommandFailure) -> String { try SettingsFile.text(of: path) ?? "" }

  /// Writes the file beside itself and then in its place, so that it is never half there.
  private func replace(with text: String) throws(CommandFailure) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o777 : 0o600
    let draft = path + ".new"
    let file = Foundation.open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard file >= 0 else { throw failure(errno) }
    let isWritten = write(text, whole: file) && fsync(file) == 0
    let cause = errno
    close(file)
    guard isWritten, rename(draft, path) == 0 else {
      let cause = isWritten ? errno : cause
      unlink(draft)
      throw failure(cause)
    }
  }

  private func failure(_ code: Int32) -> CommandFailure {
    CommandFailure(
      .usage, "cannot write the settings \(path): \(String(cString: strerror(code)))")
  }
}
