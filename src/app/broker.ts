import { startBroker } from './processes/broker-server.ts'
import { runChild } from './processes/child.ts'

await runChild(startBroker)
