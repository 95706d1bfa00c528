/** The role under which jobs are taken and finished. What a job does runs under the role of its operation's purpose. */
export const WORKER_ROLE = 'zavor_worker'
