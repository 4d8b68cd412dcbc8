import { issue } from '../issues.ts'
import type { Issue } from '../report.ts'
import type { Faults } from './faults.ts'

/** One issue for each kind of fault and field, in the order in which they are met, where the first of them stands. */
export function tellFaults({ all }: Faults, lineAt: (line: number) => string | undefined): Issue[] {
  return all.map(({ kind, field, count, first: { text, line } }) => {
    const start = Math.max(0, (lineAt(line) ?? '').indexOf(field)) + 1
    return issue(`tape-${kind}`, { field, count, text }, { line, start, end: start + field.length })
  })
}
