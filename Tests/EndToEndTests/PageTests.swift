import Foundation
import TestSupport
import Testing

/// The page in a real browser, wherever a Chromium is found; continuous integration installs one.
struct PageTests {
  /// What a browser found on the page.
  private struct Findings: Decodable {
    /// Whether the dark colours were used.
    let isDark: Bool
    /// Pixels of the window, and of what it would have to scroll.
    let width: Int
    let scrollWidth: Int
    /// What sticks out to the right.
    let wide: [String]
    let pictures: Int
    /// Names of the pictures without a single mark that can be seen.
    let empty: [String]
    /// Pictures without words for those who do not see them.
    let nameless: Int
    let tables: Int
    /// Least contrast of a text with the paper.
    let contrast: Double
    let palest: String
    let scripts: Int
    let links: [String]
  }

  /// Looks at a page in a frame, whose width is not bound by what a window may have.
  private static func probe(width: Int, scheme: String) -> String {
    """
    <!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
    <iframe id="page" src="page.html" width="\(width)" height="4000"
      style="border: 0; color-scheme: \(scheme)"></iframe><pre id="findings"></pre>
    <script>
    const page = document.getElementById("page")
    const parts = c => c.match(/[\\d.]+/g).slice(0, 3).map(Number)
    const light = c => parts(c).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
      .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
    const contrast = (a, b) => {
      const [x, y] = [light(a), light(b)].sort((p, q) => q - p)
      return (x + 0.05) / (y + 0.05)
    }
    page.onload = () => {
      const doc = page.contentDocument, win = page.contentWindow
      doc.querySelectorAll("details").forEach(d => d.open = true)
      const paper = win.getComputedStyle(doc.body).backgroundColor
      const all = [...doc.body.querySelectorAll("*")]
      const box = e => e.getBoundingClientRect()
      const visible = e => box(e).width > 0 && box(e).right > 0
      const pictures = [...doc.querySelectorAll(".pictures svg")]
      let palest = [99, ""]
      for (const e of all) {
        if (![...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) || !visible(e)) continue
        if (["STYLE", "title"].includes(e.tagName)) continue
        const style = win.getComputedStyle(e)
        const ratio = contrast(e.ownerSVGElement ? style.fill : style.color, paper)
        if (ratio < palest[0]) palest = [ratio, e.tagName + " " + e.textContent.slice(0, 40)]
      }
      document.getElementById("findings").textContent = JSON.stringify({
        isDark: win.matchMedia("(prefers-color-scheme: dark)").matches,
        width: doc.documentElement.clientWidth,
        scrollWidth: doc.documentElement.scrollWidth,
        wide: all.filter(e => box(e).right > \(width) + 1).slice(0, 5)
          .map(e => e.tagName + " " + e.textContent.slice(0, 40)),
        pictures: pictures.length,
        empty: pictures.filter(p => ![...p.querySelectorAll(".mark")]
          .some(m => box(m).width > 0 && box(m).height > 0))
          .map(p => p.getAttribute("aria-label")),
        nameless: pictures.filter(p => !p.getAttribute("aria-label")).length,
        tables: doc.querySelectorAll("figure table").length,
        contrast: palest[0], palest: palest[1],
        scripts: doc.querySelectorAll("script").length,
        links: [...doc.querySelectorAll("[src], [href]")]
          .map(e => e.getAttribute("src") || e.getAttribute("href"))
          .filter(a => !a.startsWith("#") && !a.startsWith("data:"))
      })
    }
    </script>
    """
  }

  private func findings(
    _ program: BuiltProgram, width: Int, scheme: String
  ) throws -> Findings {
    try program.write(Self.probe(width: width, scheme: scheme), to: "probe.html")
    let browser = try #require(Chromium.found)
    let seen = try browser.dom(of: program.folder + "/probe.html", home: program.folder)
    #expect(!seen.errors.contains("CONSOLE"), "\(seen.errors)")
    let text = try #require(
      seen.output.firstMatch(of: /<pre id="findings">(\{.*\})<\/pre>/), "\(seen.errors)")
    let json = String(text.1).replacing("&amp;", with: "&").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">")
    return try JSONDecoder().decode(Findings.self, from: Data(json.utf8))
  }

  @Test(.enabled(if: Chromium.found != nil, "there is no Chromium here"))
  func thePageReadsWellLightAndDarkWideAndNarrow() throws {
    let program = try ReportTests.studied()
    let page = try program.run(["report", "--html", program.folder + "/page.html"])
    #expect(page.status == 0, "\(page.errors)")
    for (width, scheme) in [(1280, "light"), (1280, "dark"), (400, "light"), (400, "dark")] {
      let found = try findings(program, width: width, scheme: scheme)
      let place: Comment = "\(width) \(scheme): \(found)"
      #expect(found.isDark == (scheme == "dark"), place)
      #expect(found.width == width && found.scrollWidth <= width, place)
      #expect(found.wide.isEmpty, place)
      #expect(found.pictures >= 8 && found.empty.isEmpty && found.nameless == 0, place)
      #expect(found.tables >= 8, place)
      // WCAG 2.2, success criterion 1.4.3.
      #expect(found.contrast >= 4.5, place)
      #expect(found.scripts == 0 && found.links.isEmpty, place)
    }
  }

  @Test(.enabled(if: Chromium.found != nil, "there is no Chromium here"))
  func aPageAboutNothingIsAPageAllTheSame() throws {
    let program = try BuiltProgram()
    _ = try program.run(["report", "--html", program.folder + "/page.html"])
    let found = try findings(program, width: 400, scheme: "light")
    #expect(found.scrollWidth <= 400 && found.wide.isEmpty, "\(found)")
    #expect(found.contrast >= 4.5, "\(found)")
  }

  @Test func thePageHoldsItsTextAsText() throws {
    let program = try BuiltProgram(notes: [
      "odd.md":
        "# <b>Odd</b> & \"odd\"\n\n## What is <script>alert(1)</script>?\n\nA tag that runs.\n"
    ])
    _ = try program.run(["review", "--plain"], input: "\n1\nq\n")
    let page = try program.run(["report", "--html", "-"]).output
    #expect(page.hasPrefix("<!doctype html>") && !page.contains("<script"))
    #expect(!page.contains("<b>"))
  }
}
