import Testing

@testable import TerminalUI

struct ScreenGoldenTests {
  @Test(arguments: Scene.all) func aSceneLooksLikeItsPictures(scene: Scene) throws {
    for size in scene.sizes {
      try ScreenFolder.compare(scene.draw(size), with: scene.file(size))
    }
  }

  @Test func everyPictureBelongsToASceneAndNoTwoScenesShareOne() throws {
    let files = Scene.all.flatMap { scene in scene.sizes.map { scene.file($0) } }
    #expect(Set(files).count == files.count)
    #expect(try ScreenFolder.names == files.sorted())
  }
}
