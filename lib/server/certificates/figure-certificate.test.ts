import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Certificate, certificateSchema } from '../../export/evidence-pack/evidence-schema.ts'
import { poolFigureIds } from '../../figures/index.ts'
import type { Library } from '../../library/index.ts'
import { openLibrary } from '../../library/open-library.ts'
import { writeWith } from '../../library/writer.ts'
import { readFiling } from '../../read-filing.ts'
import { printExhibit } from '../../testing/print-exhibit.ts'
import { findDealFiling } from '../deal-answers.ts'
import { certifyOfDeal } from './deal-certificate.ts'
import { certifyPoint } from './trend-certificate.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'strata-figures-'))
const fixtures = path.join(import.meta.dirname, '../../fixtures')
const programs = [
  ['python3', 'verify.py'],
  [process.execPath, 'verify.mjs'],
] as const
let library: Library

beforeAll(() => {
  library = openLibrary({ folder, writer: writeWith(readFiling), readerVersion: '1' })
})
afterAll(async () => {
  await library.close()
  rmSync(folder, { recursive: true })
})

/** How both programs end over some certificates beside a filing, and what they say, which is the same. */
function verify(certificates: readonly Certificate[], bytes: string) {
  const [file, original] = ['certificates.json', 'original.txt'].map(name => path.join(folder, name))
  const set = {
    kind: 'strata-certificates',
    version: 1,
    sentence: '',
    address: '',
    certificates,
    differences: [],
  }
  writeFileSync(file ?? '', JSON.stringify(set))
  writeFileSync(original ?? '', bytes)
  const results = programs.map(([program, script]) => {
    const tool = path.join(import.meta.dirname, '../../export/evidence-pack', script)
    const { status, stdout, stderr } = spawnSync(program, [tool, file ?? '', original ?? ''], {
      encoding: 'utf8',
    })
    return { status, says: stdout + stderr }
  })
  expect(results[1]).toEqual(results[0])
  return results[0] ?? { status: null, says: '' }
}

const keys = [
  ...poolFigureIds,
  'state.CA',
  'state.NY',
  'purpose.purchase',
  'property-type.condominium',
  'original-ltv.above.80',
  'original-ltv.above.77',
  'mortgage-rate.atMost.7',
]

type Kept = { text: string; slug: string; groups: string[] }

async function keep(text: string, name: string): Promise<Kept> {
  const { deal } = await library.keepFiling(Buffer.from(text), `${name}.txt`)
  const read = readFiling(Buffer.from(text), name)
  if (deal === null || 'refusal' in read) throw new Error(`${name} was not kept`)
  const { slug } = deal
  return { text, slug, groups: read.report.pool.flatMap(({ loanGroup }) => loanGroup ?? []) }
}

async function ofFigure(
  { slug }: Kept,
  figure: string,
  loanGroup: string | null,
): Promise<Certificate | string> {
  const found = await findDealFiling(library, slug, null)
  if (typeof found === 'string') throw new Error(found)
  const query = new URLSearchParams({ figure, ...(loanGroup !== null && { loanGroup }) })
  const certificate = await certifyOfDeal(library, found, query)
  return 'code' in certificate ? certificate.code : certificateSchema.parse(certificate)
}

/** Certificates of all figures that a filing reports of a loan group, null the whole pool. */
async function ofAll(kept: Kept, loanGroup: string | null): Promise<Certificate[]> {
  const certificates: Certificate[] = []
  for (const key of keys) {
    const certificate = await ofFigure(kept, key, loanGroup)
    if (typeof certificate === 'string') expect(certificate).toBe('figure-is-not-reported')
    else certificates.push(certificate)
  }
  return certificates
}

const lacksSteps = ({ claims }: Certificate) =>
  claims.flatMap(({ what, low, high }) => (low.arithmetic && high.arithmetic ? [] : [what]))

const sourceOf = (name: string) => readFileSync(path.join(fixtures, name, 'source.txt'), 'utf8')

/** The first tables of a filing, up to the page after them. */
const pagesOf = (text: string, count: number) => text.split('<PAGE>').slice(0, count).join('<PAGE>')

describe('a certificate of a figure that a pool is known by', () => {
  it.each([
    ['groups and their aggregate', sourceOf('loan-groups')],
    ['groups alone', pagesOf(sourceOf('loan-groups'), 2)],
    ['groups in headings', sourceOf('loan-groups-in-headings')],
    ['groups side by side', sourceOf('groups-side-by-side')],
    ['groups of other kinds', sourceOf('loans-named-across')],
  ])(
    'has steps, and holds for the whole pool and each loan group: %s',
    async (name, text) => {
      const kept = await keep(text, name.replaceAll(' ', '-'))
      const certificates: Certificate[] = []
      for (const loanGroup of [null, ...kept.groups]) certificates.push(...(await ofAll(kept, loanGroup)))
      expect(certificates.length).toBeGreaterThan(kept.groups.length)
      expect(certificates.flatMap(lacksSteps)).toEqual([])
      const { status, says } = verify(certificates, text)
      expect([status, says]).toEqual([0, expect.stringContaining('Everything holds.')])
      expect(says).not.toContain('no steps')
    },
    60_000,
  )

  it('adds up what stands in every loan group where the filing prints no more, and is told to be wrong where one is another', async () => {
    const kept = await keep(pagesOf(sourceOf('loan-groups'), 2), 'groups-alone-again')
    const certificate = await ofFigure(kept, 'balance', null)
    if (typeof certificate === 'string') throw new Error(certificate)
    // Read by eye: 14,883,599.60 and 20,852,170.06.
    expect(certificate.claims).toMatchObject([
      { low: { value: 3_573_576_966 }, high: { value: 3_573_576_966 } },
    ])
    expect(certificate.figures.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['14,883,599.60', '20,852,170.06']),
    )
    const [figure, ...others] = certificate.figures
    if (!figure) throw new Error('a sum has figures')
    const moved = { ...figure, value: Number(figure.value) + 1 }
    expect(verify([{ ...certificate, figures: [moved, ...others] }], kept.text).status).toBe(1)
    expect(verify([certificate], kept.text.replace('20,852,170.06', '20,852,170.16')).status).toBe(1)
  }, 60_000)

  it('is the same that a point of a trend has', async () => {
    const dated = `Date of Report (Date of earliest event reported): March 1, 2004\n\n${pagesOf(sourceOf('loan-groups'), 2)}`
    const kept = await keep(dated, 'dated')
    const query = new URLSearchParams({ measure: 'balance', deal: kept.slug })
    const [point, own] = [await certifyPoint(library, query), await ofFigure(kept, 'balance', null)]
    if ('code' in point || typeof own === 'string') throw new Error('the deal reports its balance and a date')
    expect(point.claims).toEqual(own.claims)
    expect(point.figures).toEqual(own.figures)
  })

  it('is refused where single loans alone tell it, for nothing printed would prove it', async () => {
    const loan = (number: string, balance: string, score: string) => ({
      assetTypeNumber: 'Prospectus Loan ID',
      assetNumber: number,
      reportPeriodEndDate: '03-31-2024',
      originalLoanAmount: balance,
      reportingPeriodActualEndBalanceAmount: balance,
      obligorCreditScore: score,
    })
    const exhibit = printExhibit('auto-loan', [loan('1', '8000.00', '640'), loan('2', '6000.00', '700')])
    const kept = await keep(exhibit, 'single-loans')
    const asked = await findDealFiling(library, kept.slug, null)
    if (typeof asked === 'string') throw new Error(asked)
    for (const query of ['figure=balance', 'figure=loans', 'dimension=credit-score&below=660'])
      expect(await certifyOfDeal(library, asked, new URLSearchParams(query))).toMatchObject({
        code: 'certificate-proves-nothing',
        detail: expect.stringContaining('single-loans.txt: '),
      })
  })

  it('is told to be wrong by both programs where an end has no steps', async () => {
    const kept = await keep(sourceOf('loan-groups'), 'without-steps')
    const certificate = await ofFigure(kept, 'balance', null)
    if (typeof certificate === 'string') throw new Error(certificate)
    const claims = certificate.claims.map(({ low, ...claim }) => ({
      ...claim,
      low: { ...low, arithmetic: null },
    }))
    const { status, says } = verify([{ ...certificate, claims }], kept.text)
    expect([status, says]).toEqual([1, expect.stringContaining('its low end gives no steps')])
  })

  it.each([
    ['colour', null, 'query-is-not-understood'],
    ['margin', null, 'figure-is-not-reported'],
    ['balance', 'Loan Group 9', 'loan-group-is-unknown'],
  ])('of %s, %s, is refused as %s', async (figure, loanGroup, code) => {
    const kept = await keep(sourceOf('loan-groups'), 'refused')
    expect(await ofFigure(kept, figure, loanGroup)).toBe(code)
  })
})
