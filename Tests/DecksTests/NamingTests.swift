import Testing

@testable import Decks

struct NamingTests {
  @Test(arguments: [
    ("Jitter (The Secret Weapon)", "Jitter"), ("Least Recently Used (LRU)", nil),
    ("LRU (Least Recently Used)", nil), ("I/O threads (since 6.0)", nil),
    ("Search (iterative)", nil), ("Fence (`fence()`)", nil), ("(all of it)", nil),
    ("State 2: OPEN (Crisis Mode)", "OPEN state"), ("Strategy 3: Cache aside", "Cache aside"),
    ("Step 2 — Weigh anchor", "Weigh anchor"), ("Rule 4", nil), ("Type II: Errors", "Errors"),
    ("Phase 1: Phase locking", "Phase locking"), ("State of the sea: calm", nil),
    ("The Catastrophe: Cascading Failure", "Cascading Failure"),
    ("Lua Scripts: The Real Solution", "Lua Scripts"),
    ("The Fix: Fencing tokens", "Fencing tokens"),
    ("Anchors: types and uses", nil), ("The event loop: how Node runs", nil),
    ("`a: b` and c", nil), ("Deep dive: Buoys", "Buoys"),
  ])
  func aTitleNamesItsSubjectWithoutDecoration(title: String, subject: String?) {
    #expect(Naming.subject(of: title) == subject ?? title)
  }

  @Test func anArticleStaysOutsideTheBoldType() {
    #expect(Naming.bold("The Rule for Tides") == "the **Rule for Tides**")
    #expect(Naming.bold("Thermocline") == "**Thermocline**")
    #expect(Naming.bold("The") == "**The**")
  }
}
