// libpq in Swift; see Connection.
