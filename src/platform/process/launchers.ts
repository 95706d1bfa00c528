import { argumentsOf, lives, markOf, type ProcessMark, parentOf } from './process-table.ts'

/**
 * The processes between npm and this one, npm included; empty when npm did not start it. A program started by npm is
 * meant to live as long as npm does: when npm is killed outright nothing else would tell us.
 */
export function launchers(): ProcessMark[] {
  const found: ProcessMark[] = []
  let pid = parentOf(process.pid)
  for (let steps = 0; steps < 5 && pid !== null && pid > 1; steps += 1) {
    const mark = markOf(pid)
    if (!mark) return []
    found.push(mark)
    if (isNpm(argumentsOf(pid))) return found
    pid = parentOf(pid)
  }
  return []
}

/** Calls `gone` once when one of them is no more. Returns what ends the watch. */
export function watch(marks: readonly ProcessMark[], gone: () => void): () => void {
  if (marks.length === 0) return () => {}
  const timer = setInterval(() => {
    if (marks.every(lives)) return
    clearInterval(timer)
    gone()
  }, 500)
  return () => clearInterval(timer)
}

/** npm names its process after what it does: "npm start", "npm run demo", "npm exec zavor db url". */
function isNpm(command: readonly string[]): boolean {
  return /^npm( |$)/.test(command[0] ?? '') || /\/npm(-cli\.js)?$/.test(command[1] ?? '')
}
