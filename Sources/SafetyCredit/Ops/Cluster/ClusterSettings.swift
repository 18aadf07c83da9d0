/// The settings of the embedded server.
///
/// They are written anew at each start; an operator's own settings go through `alter system`, which wins over this file.
enum ClusterSettings {
    static let fileName = "anxin.conf"

    static func text(socketDirectory: String, logDirectory: String) -> String {
        """
        # Written by anxin at each start. Own settings: alter system set … (they win over these).

        listen_addresses = ''
        port = 5432
        unix_socket_directories = \(quoted(socketDirectory))
        unix_socket_permissions = 0700
        max_connections = 40

        shared_buffers = 256MB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        max_wal_size = 2GB
        # One query without bounds must not fill the disk that the acts need.
        temp_file_limit = 20GB

        # An acknowledged act survives a power cut.
        fsync = on
        full_page_writes = on
        synchronous_commit = on

        timezone = 'Asia/Shanghai'
        log_timezone = 'Asia/Shanghai'
        lc_messages = 'C'

        # A session whose client was killed gives up its locks within seconds.
        client_connection_check_interval = 2s

        # An error's DETAIL, and the CONTEXT of a COPY, print whole rows with personal data: terse leaves them out.
        log_error_verbosity = terse
        logging_collector = on
        log_directory = \(quoted(logDirectory))
        log_filename = 'postgresql-%a.log'
        log_truncate_on_rotation = on
        log_rotation_age = 1d
        log_rotation_size = 0
        log_line_prefix = '%m [%p] %q%a '

        """
    }

    /// A value in the syntax of postgresql.conf.
    private static func quoted(_ value: String) -> String {
        "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "''") + "'"
    }
}
