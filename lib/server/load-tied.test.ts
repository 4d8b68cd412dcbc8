import { describe, expect, it } from 'vitest'
import type { DealRecord } from '../library/index.ts'
import { readFiling } from '../read-filing.ts'
import { exhibitOf, inventMonths, submissionOf } from '../testing/invented-months.ts'
import { libraryForTests } from '../testing/library-for-tests.ts'
import { printAnnex } from '../testing/printed-annex.ts'
import { loadTied, loadTiedLine } from './load-tied.ts'
import { answerTied } from './tied-answer.ts'

const depositor = 'Alder Auto Funding LLC'
const [january, february] = inventMonths(2)
const trusts = {
  whole: 'Alder Auto Receivables Trust 2024-A',
  changed: 'Birch Auto Receivables Trust 2024-A',
  later: 'Cedar Auto Receivables Trust 2024-A',
}

/** A digit of each of three figures otherwise: a balance, a number of loans, a percent. */
const changes = [
  ['$110,994.00', '$110,694.00'],
  ['8.50% to 11.99%                         15', '8.50% to 11.99%                         16'],
  ['23.95%', '23.65%'],
] as const

const opened = libraryForTests(async library => {
  if (!january || !february) throw new Error('A month is missing.')
  const keep = async (text: string, name: string) => await library.keepFiling(Buffer.from(text), name)
  for (const trust of Object.values(trusts)) {
    await keep(submissionOf(trust === trusts.later ? february : january, trust, depositor), `${trust}.txt`)
    const annex = printAnnex(january, trust, depositor)
    const changed = changes.reduce((text, [from, to]) => text.replace(from, to), annex)
    await keep(trust === trusts.changed ? changed : annex, `annex of ${trust}.txt`)
  }
})

async function findDeal(trust: string): Promise<DealRecord> {
  const deal = await opened.library.findDeal(trust.toLowerCase().replace(/[^a-z0-9]+/g, '-'))
  if (deal === null) throw new Error(`${trust} is not there.`)
  return deal
}

const loadOf = async (trust: string) => await loadTied(opened.library, await findDeal(trust))

describe('a printed annex held against the loans', () => {
  it('ties in every figure where it was printed of them', async () => {
    const { filings, tied, differ, left } = await loadOf(trusts.whole)
    expect({ tied, differ, left, filings: filings.length }).toEqual({
      tied: 45,
      differ: 0,
      left: [],
      filings: 1,
    })
    const [own] = filings
    expect(own?.tables.map(({ table }) => table.dimension)).toEqual([
      'credit-score',
      'mortgage-rate',
      'state',
    ])
    expect(own?.tables[0]?.pool).toMatchObject({ balanceCents: january?.endCents, isSameBalance: true })
  })

  it('differs in the three figures with another digit, and in no other', async () => {
    const { tied, differ } = await loadOf(trusts.changed)
    expect({ tied, differ }).toEqual({ tied: 42, differ: 3 })
    const answer = await answerTied(opened.library, (await findDeal(trusts.changed)).slug)
    if ('code' in answer) throw new Error(answer.code)
    const differences = answer.filings[0]?.tables.flatMap(table => table.differences)
    expect(differences).toMatchObject([
      { row: '600 to 649', measure: 'balanceCents', printed: 11_069_400, fromLoans: 11_099_400 },
      { row: '8.50% to 11.99%', measure: 'loanCount', printed: 16, fromLoans: 15 },
      { row: 'Florida', measure: 'balancePct', printed: 23.65 },
    ])
  })

  it('counts loans with the balance that it was printed of, whichever of the tape’s that is', async () => {
    const { filings } = await loadOf(trusts.later)
    expect(filings[0]?.tables[0]?.pool?.balance.field).toBe('reportingPeriodBeginningLoanBalanceAmount')
  })

  it('is not compared where no balance of the loans comes to it, and says so', async () => {
    const trust = 'Dogwood Auto Receivables Trust 2024-A'
    if (!january) throw new Error('A month is missing.')
    const [, , , later] = inventMonths(4)
    if (!later) throw new Error('A month is missing.')
    await opened.library.keepFiling(Buffer.from(submissionOf(later, trust, depositor)), 'later.txt')
    await opened.library.keepFiling(Buffer.from(printAnnex(january, trust, depositor)), 'annex-d.txt')
    const { filings, tied, differ } = await loadOf(trust)
    expect({ tied, differ }).toEqual({ tied: 0, differ: 0 })
    expect(filings[0]?.tables.map(({ reason }) => reason?.code)).toEqual([
      'another-pool',
      'another-pool',
      'another-pool',
    ])
  })

  it('ties in where it and the loans are documents of one submission', async () => {
    const trust = 'Elder Auto Receivables Trust 2024-A'
    if (!january) throw new Error('A month is missing.')
    const annex = `<DOCUMENT>\n<TYPE>424B5\n<SEQUENCE>1\n<FILENAME>annex.txt\n<TEXT>\n${printAnnex(january, trust, depositor)}\n</TEXT>\n</DOCUMENT>\n`
    const both = submissionOf(january, trust, depositor).replace('<DOCUMENT>', () => `${annex}<DOCUMENT>`)
    const kept = await opened.library.keepFiling(Buffer.from(both), 'both.txt')
    expect(kept.problem).toBeNull()
    const deal = await opened.library.findDeal(kept.deal?.slug ?? '')
    if (!deal) throw new Error('The deal is not there.')
    const read = readFiling(Buffer.from(both), 'both.txt')
    const report = 'report' in read ? read.report : null
    const ids = report?.stratifications.map(({ id }) => id) ?? []
    expect(ids.slice(0, 3)).toEqual(['credit-score', 'mortgage-rate', 'state'])
    expect(ids).toEqual([...new Set(ids)])
    expect(ids).toContain('state-2')
    expect(
      report?.checks.filter(({ stratification }) => stratification === 'state-2').length,
    ).toBeGreaterThan(0)
    expect(deal.filings[0]).toMatchObject({ printedTables: 3, period: january.end })
    expect(await loadTied(opened.library, deal)).toMatchObject({
      tied: 45,
      differ: 0,
      filings: [{ name: expect.any(String) }],
    })
    expect(await loadTiedLine(opened.library, deal)).toMatchObject({ tied: 45 })
  })

  it('is nothing where a deal has loans alone', async () => {
    const [other] = inventMonths(1, 40, 'Z')
    if (!other) throw new Error('A month is missing.')
    const kept = await opened.library.keepFiling(Buffer.from(exhibitOf(other)), 'alone.xml')
    const deal = await opened.library.findDeal(kept.deal?.slug ?? '')
    expect(deal && (await loadTied(opened.library, deal))).toMatchObject({ filings: [], tied: 0, differ: 0 })
  })
})
