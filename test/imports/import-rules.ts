import type { Import } from './read-imports.ts'

/** Every other folder of src is a capability. */
const rooms = ['platform', 'privacy', 'ui', 'app', 'cli', '']

interface Rule {
  readonly says: string
  forbids(link: Import, packages: ReadonlySet<string>): boolean
}

const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1] ?? ''
const isCapability = (room: string) => !rooms.includes(room)
const isTest = (file: string) => /\.test(-d)?\.tsx?$/.test(file)
const isPage = (file: string) => /^src\/[^/]+\/pages\//.test(file)

const rules: readonly Rule[] = [
  {
    says: 'platform and ui know no word of the field, and of the kernel its types only',
    forbids: ({ from, to, typeOnly }) =>
      ['platform', 'ui'].includes(roomOf(from)) &&
      !isTest(from) &&
      (isCapability(roomOf(to)) || ['app', 'cli'].includes(roomOf(to)) || (roomOf(to) === 'privacy' && !typeOnly)),
  },
  {
    says: 'the kernel knows no capability',
    forbids: ({ from, to }) =>
      roomOf(from) === 'privacy' &&
      !isTest(from) &&
      (isCapability(roomOf(to)) || ['app', 'cli', 'ui'].includes(roomOf(to))),
  },
  {
    says: 'a capability is reached by its *.facade.ts, its *.data.ts, or the types of its operations',
    forbids: ({ from, to, typeOnly }) =>
      isCapability(roomOf(from)) &&
      isCapability(roomOf(to)) &&
      roomOf(from) !== roomOf(to) &&
      !isTest(from) &&
      !typeOnly &&
      !/\.(facade|data)\.ts$/.test(to),
  },
  {
    says: 'a capability does not know the program that it is put into',
    forbids: ({ from, to }) => isCapability(roomOf(from)) && !isTest(from) && ['app', 'cli'].includes(roomOf(to)),
  },
  {
    says: 'pages reach data through operations, which they import as types and call by name',
    forbids: ({ from, to, typeOnly }) =>
      isPage(from) &&
      !isTest(from) &&
      (/\.(queries|tables|data|facade)\.ts$/.test(to) ||
        to.startsWith('src/platform/database/') ||
        (to.startsWith('src/privacy/') && !typeOnly)),
  },
  {
    says: 'a package that is imported stands in package.json',
    forbids: ({ to, external, typeOnly }, packages) =>
      external && !/^(node|virtual):/.test(to) && !packages.has(to) && !(typeOnly && packages.has(`@types/${to}`)),
  },
]

/** Broken rules, one line each: "from → to: what holds". */
export function brokenRules(imports: readonly Import[], packages: ReadonlySet<string>): string[] {
  const broken = imports.flatMap((link) =>
    rules.filter((rule) => rule.forbids(link, packages)).map((rule) => `${link.from} → ${link.to}: ${rule.says}`),
  )
  return [...broken, ...circles(imports)]
}

/** Circles of what runs: such modules start in an order that nobody chose. Each once, by its files. */
function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>()
  for (const { from, to, typeOnly, external } of imports) {
    if (typeOnly || external) continue
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const found: string[] = []
  const done = new Set<string>()
  const walk = (file: string, trail: string[]): void => {
    const at = trail.indexOf(file)
    if (at >= 0) found.push(`${[...trail.slice(at), file].join(' → ')}: a circle`)
    if (at >= 0 || done.has(file)) return
    for (const to of next.get(file) ?? []) walk(to, [...trail, file])
    done.add(file)
  }
  for (const file of next.keys()) walk(file, [])
  return found
}
