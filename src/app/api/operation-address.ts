/** Method and path of an operation's `http`: "POST /tickets/{ticketId}/messages". */
export function addressOf(http: string): { method: string; path: string } {
  const [method = 'GET', path = '/'] = http.split(' ')
  return { method, path }
}
