import PQ
import PQTesting
import Testing

@Suite struct NotifyTests {
    @Test func aNotificationArrives() async throws {
        try await withConnection { listener in
            try await withConnection { sender in
                try await listener.listen("Weird \"channel\"")
                try await sender.notify("Weird \"channel\"", payload: "安")
                let heard = try await listener.waitForNotification(timeout: .seconds(30))
                #expect(heard?.channel == "Weird \"channel\"")
                #expect(heard?.payload == "安")
                #expect(heard?.processID == (await sender.backendProcessID))
            }
        }
    }

    @Test func waitingEndsWithItsTimeOrItsTask() async throws {
        try await withConnection { listener in
            try await listener.listen("quiet")
            #expect(try await listener.waitForNotification(timeout: .milliseconds(20)) == nil)
            let task = Task { try await listener.waitForNotification() }
            task.cancel()
            let error = await errorOf { try await task.value }
            guard case .cancelled = error else { throw error ?? .connectionClosed }
            try await listener.expectUsable()
        }
    }

    @Test func notificationsComeAsASequence() async throws {
        try await withConnection { listener in
            try await withConnection { sender in
                try await listener.listen("numbers")
                for number in 1...5 { try await sender.notify("numbers", payload: "\(number)") }
                var heard: [String] = []
                for try await notification in listener.notifications() {
                    heard.append(notification.payload)
                    if heard.count == 5 { break }
                }
                #expect(heard == ["1", "2", "3", "4", "5"])
                try await listener.unlisten("numbers")
            }
        }
    }

    @Test func losingTheServerEndsTheWait() async throws {
        let listener = try await TestServer.shared().connect()
        try await listener.listen("x")
        let pid = await listener.backendProcessID
        let task = Task { try await listener.waitForNotification() }
        try await withConnection { _ = try await $0.value("select pg_terminate_backend(\(pid))", as: Bool.self) }
        let error = await errorOf { try await task.value }
        #expect(error?.isUnavailable == true)
        await listener.close()
    }
}
