import Mustache
import Reports

/// Reports as one HTML page that needs nothing but itself: no script, no network.
enum ReportPage {
  /// The page; `made` says in a sentence when, and of what.
  static func html(_ reports: [Report], title: String, made: String) -> String {
    let context: [String: Any] = [
      "pageTitle": title, "made": made, "hasContents": reports.count > 1,
      "style": String(decoding: PackageResources.style_css, as: UTF8.self),
      "reports": reports.map { report -> [String: Any] in
        [
          "name": report.view.rawValue, "title": report.view.title, "scope": report.scope,
          "span": report.span, "note": report.note, "blocks": blocks(of: report),
        ]
      },
    ]
    guard let page = library.render(context, withTemplate: "page") else {
      preconditionFailure("the page has no template")
    }
    return page
  }

  /// The templates are part of the program; a mistake in them is a mistake of ours.
  private static let library: MustacheLibrary = {
    var library = MustacheLibrary()
    for (name, bytes) in [
      ("page", PackageResources.page_mustache), ("table", PackageResources.table_mustache),
    ] {
      do {
        try library.register(String(decoding: bytes, as: UTF8.self), named: name)
      } catch {
        preconditionFailure("the template \(name) cannot be read: \(error)")
      }
    }
    return library
  }()

  /// Neighbouring facts become one list.
  private static func blocks(of report: Report) -> [[String: Any]] {
    var blocks: [[String: Any]] = []
    var facts: [[String: Any]] = []
    func flush() {
      if !facts.isEmpty { blocks.append(["facts": ["list": facts]]) }
      facts = []
    }
    for block in report.blocks {
      if case .fact(let fact) = block {
        facts.append(["term": fact.name, "text": fact.text, "isNoise": fact.isNoise])
        continue
      }
      flush()
      switch block {
      case .heading(let text): blocks.append(["heading": ["text": text]])
      case .sentence(let text): blocks.append(["sentence": ["text": text]])
      case .table(let table): blocks.append(["table": self.table(table, caption: "")])
      case .chart(let chart) where chart.table.rows.isEmpty:
        blocks.append(["sentence": ["text": "\(chart.title): no answers."]])
      case .chart(let chart):
        blocks.append([
          "chart": [
            "caption": chart.title,
            "pictures": ChartDrawing.svg(of: chart).map { ["svg": $0] },
            "behind": table(chart.table, caption: chart.summary),
          ] as [String: Any]
        ])
      case .fact: break
      }
    }
    flush()
    return blocks
  }

  private static func table(_ table: Report.Table, caption: String) -> [String: Any] {
    [
      "tableCaption": caption,
      "columns": table.columns.map {
        ["columnTitle": $0.title, "isText": $0.isText] as [String: Any]
      },
      "rows": table.rows.enumerated().map { index, row -> [String: Any] in
        [
          "isNoise": table.noise.contains(index),
          "cells": zip(row, table.columns).map { value, column -> [String: Any] in
            [
              "text": value.people, "isText": column.isText, "columnTitle": column.title,
              "isFew": value.isNoise,
              "picture": ChartDrawing.sparkline(value),
            ]
          },
        ]
      },
    ]
  }
}
