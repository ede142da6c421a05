import Decks
import CursesTerminal
import Foundation
import ProgressStore
import TerminalUI

/// Runs the interface on a terminal: events in, effects done, cells out.
struct Runner {
  let desk: Desk

  /// - Returns: The exit status.
  func run(on terminal: any Terminal, opening topic: String?, directly: Bool) throws -> Int32 {
    defer { terminal.restore() }
    let notice = desk.diagnostics.first { $0.severity > .info }.map { "! " + $0.description }
    var app = App(
      home: try desk.homeScreen(notice: notice), columns: terminal.columns, rows: terminal.rows,
      at: desk.world.now)
    var effects: [Effect] = directly ? [.openReview(topic: topic)] : []
    while true {
      while !effects.isEmpty {
        let effect = effects.removeFirst()
        if case .leave(let status) = effect { return status }
        effects += perform(effect, on: terminal).map { app.handle($0) } ?? []
      }
      terminal.draw(app.draw())
      effects = app.handle(terminal.next(timeout: 30))
    }
  }

  private func perform(_ effect: Effect, on terminal: any Terminal) -> Reply? {
    do throws(StoreFailure) {
      switch effect {
      case .openReview(let topic): return .review(try desk.reviewScreen(topic: topic))
      case .openHome: return .home(try desk.homeScreen())
      case .record(let review):
        try desk.store.record(review)
        return .saved
      case .revert(let review):
        try desk.store.revert(review, at: desk.world.now)
        return .saved
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      case .leave: break
      }
      return nil
    } catch {
      return .failed(error.explanation)
    }
  }
}
