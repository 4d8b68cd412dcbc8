import { expect, it } from 'vitest'
import type { LibraryFaultCode } from '../library-faults.ts'
import { faultLog } from './fault-log.ts'
import { LibraryFault } from './library-fault.ts'

const minute = 60_000
let lines: string[] = []
let now = 0
function logAnew() {
  lines = []
  now = 1000 * minute
  const log = faultLog(
    line => lines.push(line),
    () => now,
  )
  return {
    ...log,
    fails: (code: LibraryFaultCode, reason = 'cause') => log.failed(new LibraryFault(code, reason)),
  }
}

it('writes the first cause, with what to do, and counts what follows', () => {
  const log = logAnew()
  for (let turn = 0; turn < 187; turn++) log.fails('library-full', `cause ${turn}`)
  log.worked()
  expect(lines).toEqual([
    expect.stringMatching(/^library-full: .*Make room on that disk.* The cause: cause 0$/),
    'library-full came 186 more times.',
    'The library takes filings again; library-full is over.',
  ])
})

it('writes what is wrong once it is something else', () => {
  const log = logAnew()
  log.fails('library-full')
  log.fails('library-full')
  log.fails('library-gone', 'no file')
  expect(lines.slice(1)).toEqual([
    'library-full came 1 more time.',
    expect.stringMatching(/^library-gone: .*no file$/),
  ])
})

it('writes it again after a while without it, and while it goes on not', () => {
  const log = logAnew()
  for (let turn = 0; turn < 10; turn++) {
    log.fails('library-busy')
    now += 9 * minute
  }
  expect(lines).toHaveLength(1)
  now += 2 * minute
  log.fails('library-busy')
  expect(lines.slice(1)).toEqual([
    'library-busy came 9 more times.',
    expect.stringMatching(/^library-busy: /),
  ])
})

it('says nothing when nothing was wrong', () => {
  logAnew().worked()
  expect(lines).toEqual([])
})
