import PQ

/// The job that closes undecided cases whose membership has ended: nothing is left to remove or to revoke.
///
/// Due dates vanish with the membership whether or not it has run; it only writes down what the date has already done.
/// **Source** Order 11 Art. 13; RD-32.
enum CloseMootCases {
    private static let batch = 10_000

    /// Closes every case moot by the day, in batches of one transaction each.
    ///
    /// - Returns: how many cases were closed.
    static func run(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        var total = 0
        while true {
            let closed = try closeBatch(asOf: day, on: connection)
            total += closed
            if closed < batch { return total }
        }
    }

    private static func closeBatch(asOf day: CivilDate, on connection: isolated Connection) throws -> Int {
        try connection.transaction { connection in
            try connection.execute(
                """
                with moot as materialized (
                    select c.subject_id, c.case_id, last.step_no + 1 as step_no, greatest(last.done_on, c.moot_on) as moot_on,
                        nextval('ops.register_id') as act_id
                    from cases.moot_case(\(day)) as c
                    join lists.membership as m on m.subject_id = c.subject_id and m.membership_id = c.membership_id
                    cross join lateral (
                        select s.step_no, s.done_on
                        from cases.step as s
                        where s.subject_id = c.subject_id and s.case_id = c.case_id
                        order by s.step_no desc
                        limit 1
                    ) as last
                    order by c.subject_id, c.case_id
                    limit \(batch)
                    for no key update of m skip locked
                ),
                keyed as (
                    insert into intake.act_key (key, subject_id, act_id, request_sha256)
                    select 'close-moot-case:' || m.case_id, m.subject_id, m.act_id,
                        sha256(convert_to(m.case_id || ' ' || m.moot_on, 'UTF8'))
                    from moot as m
                ),
                noted as (
                    insert into intake.act (subject_id, act_id, act, key, acted_on, officer_code, payload, result, cluster_id)
                    select m.subject_id, m.act_id, 'close-moot-case', 'close-moot-case:' || m.case_id, m.moot_on, 'system',
                        jsonb_build_object('case_id', m.case_id), jsonb_build_object('moot_on', m.moot_on),
                        (select intake.cluster_id())
                    from moot as m
                )
                insert into cases.step (subject_id, case_id, step_no, step_code, done_on, officer_code, act_id, known_at)
                select m.subject_id, m.case_id, m.step_no, \(Case.Step.moot.rawValue), m.moot_on, 'system', m.act_id, now()
                from moot as m
                """
            )
        }
    }
}
