import { expect, it } from 'vitest'
import { pagePath } from './page-path.ts'

it.each([
  ['/desk/tickets?before=7', '/desk/tickets?before=7'],
  ['/desk/tickets.data?before=7&_routes=a%2Cb', '/desk/tickets?before=7'],
  ['/_root.data', '/'],
  ['/ro', '/ro'],
])('the page of %s is %s', (address, page) => expect(pagePath(new URL(address, 'http://x.test'))).toBe(page))
