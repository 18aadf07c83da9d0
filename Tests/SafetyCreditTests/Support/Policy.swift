import PQ

/// Makes an answer to a reading the bureau's policy, from the first day of the plan on unless told otherwise.
func choose(
    _ option: String, for reading: String, from day: String = "2023-08-09", on connection: isolated Connection
) throws {
    try connection.execute(
        """
        insert into law.policy (reading_code, valid_from, option_code, decided_by)
        values (\(reading), \(day), \(option), '试验')
        """)
}
