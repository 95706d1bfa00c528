/** How the embedded server is set: small in memory, silent about values, no way in but the socket. */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: 150,
  // Its passwords are keys of 256 bits: many turns would only make each connection slower (RFC 7677 slows guessing).
  scram_iterations: 1,
  shared_buffers: '48MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  // Old log is removed, not kept for use again: it holds what was erased.
  min_wal_size: '32MB',
  wal_recycle: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 2,
  // Two that wait for one another are found out soon: a request is waiting, and locks are rarely waited for at all.
  deadlock_timeout: '200ms',
  io_method: 'sync',
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and their errors carry values, values are personal data: the log tells of the server alone.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_parameter_max_length: 0,
  log_checkpoints: 'off',
}

const DISPOSABLE = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  shared_buffers: '96MB',
  max_connections: 400,
}

/** The server's command-line flags. `disposable`: faster, and lost when the machine stops. */
export function flagsFor(socketFolder: string, disposable: boolean): string[] {
  const settings = { ...SETTINGS, ...(disposable ? DISPOSABLE : {}), unix_socket_directories: socketFolder }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
