import PQ

func pipelineSnippets(on connection: isolated Connection, ids: [Int64]) throws -> [String?] {
    let names = try connection.pipeline { pipeline in
        let handles = try ids.map { id in
            try pipeline.value("select name from firm where firm_id = \(id)", as: String?.self)
        }
        try pipeline.sync()
        return try handles.map { try $0.get() }
    }

    let batches = [ids, ids]
    try connection.pipeline { pipeline in
        for batch in batches {
            for id in batch { try pipeline.execute("update firm set name = null where firm_id = \(id)") }
            try pipeline.sync()
        }
    }
    return names
}
