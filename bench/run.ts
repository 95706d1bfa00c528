/** `npm run bench -- <name> [--json] [--small] [--profiles <folder>] [--records <n>] [--operations <n>]`: runs one benchmark on its own disposable data and prints its table. */
import { parseArgs } from 'node:util'
import { backupBench } from './backup.ts'
import { deskBench } from './desk.ts'
import { gdprBench } from './gdpr.ts'
import { purposesBench } from './purposes.ts'
import { rightsBench } from './rights.ts'
import { startBench } from './start.ts'
import { type Bench, printJson, printTable } from './support/report.ts'

const benches: Readonly<Record<string, Bench>> = {
  purposes: purposesBench,
  desk: deskBench,
  start: startBench,
  rights: rightsBench,
  gdpr: gdprBench,
  backup: backupBench,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    profiles: { type: 'string' },
    records: { type: 'string' },
    operations: { type: 'string' },
  },
})
const name = positionals[0] ?? ''
const bench = benches[name]
if (!bench) {
  console.error(
    `npm run bench -- <name> [--json] [--small] [--profiles <folder>] [--records <n>] [--operations <n>]\nnames: ${Object.keys(benches).join(', ')}`,
  )
  process.exit(2)
}
const results = await bench({
  small: values.small,
  say: (words) => process.stderr.write(`${words}\n`),
  ...(values.profiles ? { profiles: values.profiles } : {}),
  ...(values.records ? { records: Number(values.records) } : {}),
  ...(values.operations ? { operations: Number(values.operations) } : {}),
})
if (values.json) printJson(name, results)
else printTable(name, results)
process.exit(0)
