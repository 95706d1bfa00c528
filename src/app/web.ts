import { runChild } from './processes/child.ts'
import { startWeb } from './processes/web-server.ts'

await runChild(startWeb)
