/** `npm run bench -- <name> [--json] [--small]`: runs one benchmark on its own disposable data and prints its table. */
import { parseArgs } from 'node:util'
import { purposesBench } from './purposes.ts'
import { type Bench, printJson, printTable } from './support/report.ts'

const benches: Readonly<Record<string, Bench>> = { purposes: purposesBench }

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, small: { type: 'boolean', default: false } },
})
const name = positionals[0] ?? ''
const bench = benches[name]
if (!bench) {
  console.error(`npm run bench -- <name> [--json] [--small]\nnames: ${Object.keys(benches).join(', ')}`)
  process.exit(2)
}
const results = await bench({ small: values.small, say: (words) => process.stderr.write(`${words}\n`) })
if (values.json) printJson(name, results)
else printTable(name, results)
process.exit(0)
