import MockInterview
import Testing

struct KeyPointTests {
  @Test func aPointThatTheNoteStressesCountsTwice() {
    #expect(KeyPoint("**quorum queues replicate by Raft**").weight == 2)
    #expect(KeyPoint("**Raft**: how quorum queues replicate").weight == 1)
    #expect(KeyPoint("**Raft** replicates **quorum queues**").weight == 1)
    #expect(KeyPoint("****").weight == 1)
  }
}
