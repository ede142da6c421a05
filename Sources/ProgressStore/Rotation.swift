import Foundation

/// Which backups are kept: so many at most, denser the newer they are.
package enum Rotation {
  /// How many, unless the user says otherwise.
  package static let most = 12
  /// Kept whatever their age, so that a backup made just before a restore or merge stays.
  private static let newest = 3
  private static let days = 7

  /// The backups to remove of those given, newest first: all but the three newest, the last of each
  /// of the seven latest days that have one, and the last of each week before them, `most` in all.
  static func surplus(
    of backups: [Backups.Backup], keeping most: Int = Rotation.most
  ) -> [Backups.Backup] {
    var kept = Set(backups.prefix(newest))
    for backup in lastOfEach(86_400, of: backups).prefix(days) where kept.count < most {
      kept.insert(backup)
    }
    // 1970 began on a Thursday; weeks begin on Mondays.
    for backup in lastOfEach(7 * 86_400, startingAt: 4 * 86_400, of: backups)
    where kept.count < most {
      kept.insert(backup)
    }
    return backups.filter { !kept.contains($0) }
  }

  private static func lastOfEach(
    _ seconds: Double, startingAt start: Double = 0, of backups: [Backups.Backup]
  ) -> [Backups.Backup] {
    var seen: Set<Double> = []
    return backups.filter { backup in
      seen.insert(((backup.time.timeIntervalSince1970 - start) / seconds).rounded(.down)).inserted
    }
  }
}
