import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Certificate,
  type CertificateSet,
  certificateSchema,
  certificateSetSchema,
} from '../../export/evidence-pack/evidence-schema.ts'
import type { Library } from '../../library/index.ts'
import { openLibrary } from '../../library/open-library.ts'
import { writeWith } from '../../library/writer.ts'
import { readFiling } from '../../read-filing.ts'
import { groupedFiling } from '../../testing/grouped-filing.ts'
import { alderRidge, harborPoint, tidewater } from '../calls/operation.ts'
import { findDealFiling } from '../deal-answers.ts'
import { certifyComparedRow } from './compare-certificate.ts'
import { certifyOfDeal } from './deal-certificate.ts'
import type { CertificateRefusal } from './read-source.ts'
import { certifyPoint } from './trend-certificate.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'strata-certificates-'))
const samples = path.join(import.meta.dirname, '../../../public/samples')
const names = ['harbor-point-2001-4-8k.txt', 'tidewater-2004-3-8k.txt', 'alder-ridge-2003-9-8k.txt']
const originals = names.map(name => path.join(samples, name))
const programs = [
  ['python3', 'verify.py'],
  [process.execPath, 'verify.mjs'],
] as const
/** Changed parts that are looked at, evenly spread: each takes two processes. `STRATA_CASES=1000` takes all. */
const cases = Number(process.env.STRATA_CASES ?? 100)
let library: Library
/** The slug of a deal that prints its tables for two loan groups alone. */
let grouped = ''

beforeAll(async () => {
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
  for (const [order, name] of names.entries())
    await library.keepFiling(readFileSync(originals[order] ?? ''), name)
  const file = path.join(folder, 'grouped.txt')
  writeFileSync(file, groupedFiling())
  originals.push(file)
  grouped = (await library.keepFiling(readFileSync(file), 'grouped.txt')).deal?.slug ?? ''
}, 60_000)
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

/** What both programs say of a certificate beside all originals, which is the same. */
function verify(certificate: object, files = originals) {
  const file = path.join(folder, 'certificate.json')
  writeFileSync(file, JSON.stringify(certificate))
  const results = programs.map(([program, script]) => {
    const tool = path.join(import.meta.dirname, '../../export/evidence-pack', script)
    const { status, stdout, stderr } = spawnSync(program, [tool, file, ...files], { encoding: 'utf8' })
    return { status, says: stdout + stderr }
  })
  const [first = { status: null, says: '' }] = results
  expect(results).toEqual(programs.map(() => first))
  return first
}

function isRefused(answer: Certificate | CertificateSet | CertificateRefusal): answer is CertificateRefusal {
  return 'code' in answer
}

async function ofDeal(slug: string, query: string): Promise<Certificate> {
  const found = await findDealFiling(library, slug, null)
  if (typeof found === 'string') throw new Error(found)
  const certificate = await certifyOfDeal(library, found, new URLSearchParams(query))
  if (isRefused(certificate)) throw new Error(certificate.code)
  return certificateSchema.parse(certificate)
}

async function ofRow(query: string): Promise<CertificateSet> {
  const set = await certifyComparedRow(library, new URLSearchParams(query))
  if (isRefused(set)) throw new Error(`${set.code} ${set.detail}`)
  return certificateSetSchema.parse(set)
}

async function ofPoint(measure: string, slug: string): Promise<Certificate> {
  const certificate = await certifyPoint(library, new URLSearchParams({ measure, deal: slug }))
  if (isRefused(certificate)) throw new Error(`${certificate.code} ${certificate.detail}`)
  return certificateSchema.parse(certificate)
}

const lacksSteps = ({ claims }: Certificate) =>
  claims.flatMap(({ what, low, high }) => (low.arithmetic && high.arithmetic ? [] : [what]))

describe('a certificate of an answer', () => {
  it.each([
    ['dimension=original-ltv&above=77', harborPoint],
    ['dimension=original-ltv&atLeast=71&below=83', harborPoint],
    ['dimension=mortgage-rate&atMost=7.1', tidewater],
    ['dimension=current-balance&above=$155,000', tidewater],
    ['dimension=current-balance&above=120k&atMost=410k', harborPoint],
    ['dimension=credit-score&below=633', tidewater],
    ['dimension=remaining-term&above=200', tidewater],
  ])('%s of %s has steps for all that it claims, and holds beside the filing', async (query, slug) => {
    const certificate = await ofDeal(slug, query)
    expect(certificate.claims.map(({ what }) => what)).toContain('balancePct')
    expect(lacksSteps(certificate)).toEqual([])
    expect(certificate.rows.length).toBeGreaterThan(0)
    expect(certificate.address).toContain(`/deals/${slug}/ask/`)
    const { status, says } = verify(certificate)
    expect([status, says]).toEqual([0, expect.stringContaining(certificate.sentence)])
    expect(says).not.toContain('no steps')
  })

  it('is told to be wrong where a claim, a row or a step is changed', async () => {
    const certificate = await ofDeal(harborPoint, 'dimension=original-ltv&above=77')
    const [claim, ...claims] = certificate.claims
    const [row, ...rows] = certificate.rows
    if (!claim || !row) throw new Error('a certificate of an answer has claims and rows')
    const spoiled = [
      {
        ...certificate,
        claims: [{ ...claim, low: { ...claim.low, value: claim.low.value + 1 } }, ...claims],
      },
      {
        ...certificate,
        claims: [{ ...claim, high: { ...claim.high, arithmetic: { number: 1 } } }, ...claims],
      },
      { ...certificate, rows: [{ ...row, text: 'another row' }, ...rows] },
      { ...certificate, rows: [{ ...row, line: row.line + 1 }, ...rows] },
    ]
    for (const one of spoiled) expect(verify(one).status).toBe(1)
    expect(verify(certificate, originals.slice(1)).status).toBe(1)
    expect(verify({ ...certificate, claims: [], figures: [], checks: [], rows: [] }).status).toBe(1)
  })

  it('has words that nobody takes for checked: the claims are said beside them', async () => {
    const certificate = await ofDeal(harborPoint, 'dimension=original-ltv&above=77')
    const { says } = verify({ ...certificate, sentence: 'All of it is above 97.' })
    const share = certificate.claims.find(({ what }) => what === 'balancePct')
    expect(says).toContain(`balancePct: ${share?.low.value} to ${share?.high.value} percent`)
    expect(says).toMatch(/In words: All of it is above 97\.[\s\S]*- 1 sentence in words is not checked/)
  })
})

describe('certificates of a row of a comparison', () => {
  const deals = `deals=${harborPoint},${tidewater}`
  it.each([
    `${deals}&dimension=original-ltv&base=${harborPoint}&row=1`,
    `${deals}&dimension=original-ltv&edges=finer&base=${tidewater}&row=3`,
    `${deals}&dimension=original-ltv&edges=66,77&rows=above&measure=balanceCents&row=1`,
    `${deals}&dimension=mortgage-rate&measure=loanCount&edges=7&row=0`,
    `${deals}&dimension=state&row=0`,
    `${deals}&dimension=state&row=9&base=${harborPoint}`,
    `${deals}&dimension=purpose&measure=countPct&row=1`,
    `${deals}&dimension=occupancy&measure=balanceCents&row=0`,
  ])('?%s have steps and hold beside the filings', async query => {
    const set = await ofRow(query)
    expect(set.certificates.length).toBeGreaterThan(0)
    expect(set.certificates.flatMap(lacksSteps)).toEqual([])
    expect(set.differences).toHaveLength(query.includes('base=') ? set.certificates.length - 1 : 0)
    const { status, says } = verify(set)
    expect([status, says]).toEqual([0, expect.stringContaining(set.sentence)])
  })

  it('are told to be wrong where a difference is changed or a filing is not there', async () => {
    const set = await ofRow(`${deals}&dimension=original-ltv&base=${harborPoint}&row=1`)
    const [difference] = set.differences
    if (!difference) throw new Error('a comparison with a base has differences')
    expect(verify({ ...set, differences: [{ ...difference, low: difference.low + 0.1 }] }).status).toBe(1)
    expect(verify(set, originals.slice(0, 1)).status).toBe(1)
  })

  it('are refused for a row that is not there', async () => {
    const refused = await certifyComparedRow(library, new URLSearchParams(`${deals}&dimension=state&row=99`))
    expect(refused).toMatchObject({ code: 'query-is-not-understood' })
  })
})

describe('a certificate of a point of a trend', () => {
  const measures = [
    'balance',
    'loans',
    'average',
    'wac',
    'waltv',
    'wam',
    'state.CA',
    'state.FL',
    'purpose.purchase',
    'original-ltv.above.80',
    'original-ltv.above.77',
    'largest-state',
  ]
  it.each(measures)('%s holds beside the filing', async measure => {
    for (const slug of [harborPoint, tidewater]) {
      const certificate = await ofPoint(measure, slug).catch((problem: Error) => problem)
      // A filing that does not report the figure has no point.
      if (certificate instanceof Error) {
        expect(certificate.message).toContain('trend-is-not-drawn')
        continue
      }
      expect([measure, slug, lacksSteps(certificate)]).toEqual([measure, slug, []])
      const { status, says } = verify(certificate)
      expect([status, says]).toEqual([0, expect.stringContaining(certificate.sentence)])
    }
  })

  it('is refused for a deal that reports nothing', async () => {
    await expect(ofPoint('waltv', alderRidge)).rejects.toThrow('trend-is-not-drawn')
  })
})

describe('a certificate of a pool that is added up over its loan groups', () => {
  it.each([
    'dimension=original-ltv&above=80',
    'dimension=original-ltv&above=70',
    'dimension=original-ltv&atLeast=65&atMost=92',
  ])('%s has steps over the rows of each, and holds beside the filing', async query => {
    const certificate = await ofDeal(grouped, query)
    expect(lacksSteps(certificate)).toEqual([])
    expect(new Set(certificate.rows.map(({ table }) => table)).size).toBe(2)
    expect(certificate.address).toContain(`/deals/${grouped}/ask/original-ltv`)
    const { status, says } = verify(certificate)
    expect([status, says]).toEqual([0, expect.stringContaining(certificate.sentence)])
    expect(says).not.toContain('no steps')
  })

  it.each([
    'dimension=original-ltv&row=1',
    'dimension=original-ltv&edges=66,77&measure=balanceCents&row=1',
    'dimension=original-ltv&edges=finer&measure=countPct&row=2',
    'dimension=state&row=0',
    'dimension=state&row=1&measure=loanCount',
    'dimension=state&row=4',
  ])('?%s of a comparison holds beside the filings', async query => {
    const set = await ofRow(`deals=${harborPoint},${grouped}&${query}`)
    expect(set.certificates).toHaveLength(2)
    expect(set.certificates.flatMap(lacksSteps)).toEqual([])
    expect(verify(set).status).toBe(0)
  })

  it.each(['original-ltv.above.80', 'original-ltv.above.77', 'state.CA', 'state.NV', 'balance'])(
    'a point of %s holds beside the filing',
    async measure => {
      const certificate = await ofPoint(measure, grouped)
      expect(lacksSteps(certificate)).toEqual([])
      expect(verify(certificate).status).toBe(0)
    },
  )
})

type Part = Record<string, unknown>
type Spoiled = { where: string; value: unknown }

/** What may be written in the place of a value by mistake or on purpose. */
function othersThan(value: unknown): unknown[] {
  if (typeof value === 'number') return [value + 1, String(value)]
  return typeof value === 'string' ? [`${value}x`, 7] : ['x', []]
}

/** A value with any one part of it changed or left out; of parts that stand at the same place of lists, the first. */
function* spoiledParts(root: object): Generator<Spoiled> {
  const seen = new Set<string>()
  const places: { holder: Part; key: string; where: string }[] = []
  walkParts(root, '', (where, holder, key) => {
    const kind = holder[key] === 'total' ? `${where} total` : where
    if (!seen.has(kind)) places.push({ holder, key, where })
    seen.add(kind)
  })
  for (const { holder, key, where } of places) {
    const own = holder[key]
    for (const value of othersThan(own)) {
      holder[key] = value
      yield { where, value }
    }
    delete holder[key]
    yield { where, value: undefined }
    holder[key] = own
  }
}

type Visit = (kind: string, holder: Part, key: string) => void

function walkParts(value: unknown, kind: string, visit: Visit): void {
  if (Array.isArray(value)) for (const one of value) walkParts(one, `${kind}[]`, visit)
  else if (typeof value === 'object' && value !== null)
    for (const key of Object.keys(value)) {
      visit(`${kind}.${key}`, value as Part, key)
      walkParts((value as Part)[key], `${kind}.${key}`, visit)
    }
}

describe('a certificate with any one part changed', () => {
  it('is judged alike by both programs, with the same words', async () => {
    const deals = `deals=${harborPoint},${tidewater}`
    const set = await ofRow(`${deals}&dimension=original-ltv&edges=66,77&base=${harborPoint}&row=1`)
    const totals = set.certificates.flatMap(({ figures }) => figures.filter(({ row }) => row === 'total'))
    expect(totals.length).toBeGreaterThan(0)
    const all = [...spoiledParts(set)].length
    const step = Math.ceil(all / cases)
    let [order, looked, faults] = [0, 0, 0]
    for (const { where, value } of spoiledParts(set)) {
      if (order++ % step !== 0) continue
      const { status, says } = verify(set)
      expect([0, 1], `${where}: ${JSON.stringify(value)}\n${says}`).toContain(status)
      looked++
      if (status === 1) faults++
    }
    expect(looked).toBeGreaterThan(Math.min(all, cases) / 2)
    expect(faults).toBeGreaterThan(looked / 4)
  }, 300_000)

  it('is wrong where the row of a total is none', async () => {
    const set = await ofRow(`deals=${harborPoint},${tidewater}&dimension=original-ltv&row=1`)
    const figure = set.certificates.flatMap(({ figures }) => figures).find(({ row }) => row === 'total')
    for (const row of ['totals', '', null, -1, 1.5, true, '3']) {
      Object.assign(figure ?? {}, { row })
      expect(verify(set)).toMatchObject({ status: 1, says: expect.stringMatching(/figures\[\d+\]\.row/) })
    }
  })
})
