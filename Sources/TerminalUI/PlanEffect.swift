/// What must be worked out or put in force of a plan for a day.
package enum PlanEffect: Hashable, Sendable {
  /// Draw up a plan; reply `.show`.
  case open
  /// Work out a plan; reply `.plan` or `.failed`.
  case count(PlanWish)
  /// Put a plan in force, or end the one that is for nil; reply `.said` or `.failed`.
  case set(PlanWish?)
}
