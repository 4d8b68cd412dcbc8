import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Library } from '../library/index.ts'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { readFiling } from '../read-filing.ts'
import { groupedFiling } from '../testing/grouped-filing.ts'
import { answerTail, tailAnswerSchema } from './tail-answer.ts'

const folder = mkdtempSync(join(tmpdir(), 'strata-tail-'))
let library: Library
let sha256 = ''
let grouped = ''

const rowsOf = (many: number) =>
  Array.from({ length: many }, (_, order) => {
    const low = 100_000 + order * 100
    const label = `$${(low + (order === 0 ? 0 : 1)).toLocaleString('en-US')} - $${(low + 100).toLocaleString('en-US')}`
    return `${label.padEnd(26)}${'1'.padStart(9)}${`${(low + 50).toLocaleString('en-US')}.00`.padStart(22)}`
  })

/** A table whose rows are too many for one page of the deal. */
function longFiling(many: number): string {
  const sum = Array.from({ length: many }, (_, order) => 100_050 + order * 100).reduce((a, b) => a + b, 0)
  return [
    '                  Current Principal Balances of the Mortgage Loans',
    '',
    `${'Range of'.padEnd(26)}${'Number'.padStart(9)}${'Aggregate'.padStart(22)}`,
    `${'Principal Balances'.padEnd(26)}${'of Loans'.padStart(9)}${'Principal Balance'.padStart(22)}`,
    '',
    ...rowsOf(many),
    `${'Total'.padEnd(26)}${String(many).padStart(9)}${`${sum.toLocaleString('en-US')}.00`.padStart(22)}`,
  ].join('\n')
}

beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  sha256 = (await library.keepFiling(Buffer.from(longFiling(700)), 'long.txt')).sha256
  grouped = (await library.keepFiling(Buffer.from(groupedFiling()), 'grouped.txt')).sha256
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

const ask = (query: string) => answerTail(library, sha256, new URLSearchParams(query))

it('answers from all rows of a table that no page shows whole', async () => {
  const answer = await ask('dimension=current-balance&above=$150,000')
  expect(tailAnswerSchema.parse(answer)).toEqual(answer)
  expect(answer).toMatchObject({
    loanCount: { low: 200, high: 200 },
    exact: true,
    question: { at: 15_000_000, unit: 'cents' },
  })
})

it('answers what lies between two edges', async () => {
  const answer = await ask('dimension=current-balance&atMost=$160,000&above=$150,000')
  expect(tailAnswerSchema.parse(answer)).toEqual(answer)
  expect(answer).toMatchObject({
    loanCount: { low: 100, high: 100 },
    question: { side: 'above', at: 15_000_000, and: { side: 'atMost', at: 16_000_000 } },
    sentence: expect.stringContaining('above $150,000 and at most $160,000'),
  })
})

it.each([
  ['above=80', 'query-is-not-understood'],
  ['dimension=current-balance', 'edge-is-not-understood'],
  ['dimension=current-balance&above=1&atLeast=2', 'edge-is-not-understood'],
  ['dimension=current-balance&above=1&above=2', 'edge-is-not-understood'],
  ['dimension=current-balance&above=2&below=1', 'edge-is-not-understood'],
  ['dimension=current-balance&above=1&below=high', 'edge-is-not-understood'],
  ['dimension=current-balance&above=99999999999999999999', 'edge-is-not-understood'],
  ['dimension=current-balance&above=$600,000.005', 'edge-is-not-understood'],
  ['dimension=current-balance&dimension=original-ltv&above=80', 'query-is-not-understood'],
  ['dimension=current-balance&above=high', 'edge-is-not-understood'],
  ['dimension=current-balance&above=-5', 'edge-is-outside'],
  ['dimension=original-ltv&above=80', 'no-such-split'],
  ['dimension=current-balance&loanGroup=2&above=80', 'no-such-split'],
])('says what is wrong with ?%s', async (query, code) => {
  expect(await ask(query)).toMatchObject({ code })
})

it('answers nothing exactly of a table whose rows do not add up to its total', async () => {
  const wrong = longFiling(20).replace(/^(Total +)20( )/m, '$125$2')
  const kept = await library.keepFiling(Buffer.from(wrong), 'wrong.txt')
  const answer = await answerTail(
    library,
    kept.sha256,
    new URLSearchParams('dimension=current-balance&above=$101,000'),
  )
  expect(answer).toMatchObject({ loanCount: { low: 10, high: 10 }, exact: false })
})

const askGrouped = (query: string) => answerTail(library, grouped, new URLSearchParams(query))

it('adds up over the loan groups of a pool that has no table of its own, exactly where each is exact', async () => {
  const answer = await askGrouped('dimension=original-ltv&above=80')
  expect(tailAnswerSchema.parse(answer)).toEqual(answer)
  expect(answer).toMatchObject({
    loanGroup: null,
    loanCount: { low: 30, high: 30 },
    balanceCents: { low: 800_000_000, high: 800_000_000 },
    exact: true,
    summedOver: [{ loanGroup: 'Loan Group 1' }, { loanGroup: 'Loan Group 2' }],
    because: [
      {
        rule: 'whole-rows',
        rows: [
          'Loan Group 1: 80.01 to 95.00',
          'Loan Group 2: 80.01 to 90.00',
          'Loan Group 2: 90.01 to 95.00',
        ],
      },
    ],
  })
  if ('code' in answer) return
  expect(answer.balancePct?.low).toBeCloseTo(800 / 48, 6)
  expect(answer.because[0]?.at).toHaveLength(3)
})

it('bounds such a pool where an edge cuts a row of one of its groups', async () => {
  expect(await askGrouped('dimension=original-ltv&above=70')).toMatchObject({
    loanCount: { low: 90, high: 130 },
    balanceCents: { low: 2_300_000_000, high: 3_550_000_000 },
    exact: false,
  })
})

it('answers of one loan group as before', async () => {
  expect(await askGrouped('dimension=original-ltv&above=80&loanGroup=Loan%20Group%202')).toMatchObject({
    loanGroup: 'Loan Group 2',
    loanCount: { low: 20, high: 20 },
    summedOver: [],
  })
})
