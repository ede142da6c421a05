import Testing

@testable import TerminalUI

struct ScreenGoldenTests {
  @Test(arguments: Scene.all) func aSceneLooksLikeItsPictures(scene: Scene) throws {
    for size in scene.sizes {
      try ScreenFolder.compare(scene.draw(size), with: scene.file(size))
    }
  }

  /// A click, a magnifier and a screen reader find the row in focus by the cursor.
  @Test(arguments: Scene.all) func theCursorIsParkedOnTheMarkOfEveryList(scene: Scene) {
    for size in scene.sizes {
      let app = scene.desk(size).app
      let grid = app.draw()
      let hasMark = grid.cells.contains { $0.cluster == Grid.mark && $0.ink == .selection }
      #expect(!hasMark || app.readsText || grid.parksOnMark, "\(scene.file(size))")
    }
  }

  @Test func everyPictureBelongsToASceneAndNoTwoScenesShareOne() throws {
    let files = Scene.all.flatMap { scene in scene.sizes.map { scene.file($0) } }
    #expect(Set(files).count == files.count)
    #expect(try ScreenFolder.names == files.sorted())
  }
}
