import Reports

/// What must be counted or written of reports.
package enum ReportEffect: Hashable, Sendable {
  /// Count the figures of a period, of a topic or of all, and reply with `.show`.
  case open(period: ReportPeriod, topic: String?, view: Report.View)
  /// Count them anew for the reports on the screen; reply `.figures`.
  case count(period: ReportPeriod, topic: String?)
  /// Look for what of the notes no card asks about; reply `.silentParts`.
  case readSilentParts
  /// Write a report to a file of the folder the program was started in; reply `.said` or `.failed`.
  case export(Report)
}
