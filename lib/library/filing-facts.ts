import { z } from 'zod'
import { type FilingReport, tapeFactsSchema } from '../report.ts'
import { dateKinds, type TrendDate } from '../trends/index.ts'
import { dealSummarySchema, filingSummarySchema } from './deal-summary.ts'
import { poolFigures } from './pool-figures.ts'
import { tinySeries } from './tiny-series.ts'

/** What one filing has to say for lists: everything a deal's summary is made from, without opening its report. */
export const filingFactsSchema = z.object({
  trust: z.string().nullable(),
  /** Not known of filings that an older Strata read. */
  trustee: z.string().nullable().default(null),
  masterServicer: z.string().nullable().default(null),
  /** Which date stands for the pool in time; facts that an older Strata stored have none until they are read again. */
  dated: z
    .object({ date: z.string(), kind: z.enum(dateKinds) })
    .nullable()
    .default(null),
  /** Of the loans of a loan-level exhibit; null where the filing holds none that could be read. */
  tape: tapeFactsSchema.nullable().default(null),
  ...dealSummarySchema.omit({
    slug: true,
    url: true,
    name: true,
    filedName: true,
    tags: true,
    shelf: true,
    filings: true,
    addedAt: true,
  }).shape,
  /** Tables that the filing prints itself, not those computed from its loans; facts that an older Strata stored do not tell it. */
  printedTables: z.int().min(0).nullable().default(null),
  /** Who filed it, by the header of its submission; not known of filings that an older Strata read. */
  filer: z.string().nullable().default(null),
  /** Where a filing of loans names no trust: a filer of its header that is one; see `trustOfHeader`. */
  filerTrust: z.string().nullable().default(null),
  ...filingSummarySchema.pick({ bytes: true, formType: true, accession: true, filedOn: true }).shape,
})
export type FilingFacts = z.infer<typeof filingFactsSchema>

/** The facts of a filing's report. Money in cents, percent as printed, terms in months; null is not known. */
export function filingFacts(report: FilingReport): FilingFacts {
  const { deal, submission } = report
  return {
    trust: deal.trust?.value ?? null,
    trustee: deal.trustee?.value ?? null,
    masterServicer: deal.masterServicer?.value ?? null,
    series: deal.series?.value ?? null,
    depositor: deal.depositor?.value ?? null,
    year: yearOf(report),
    dated: datePool(report),
    signedOn: deal.signedOn?.value ?? null,
    ...poolFigures(report),
    ...tinySeries(report),
    checks: countChecks(report),
    stratifications: report.stratifications.length,
    printedTables: report.stratifications.filter(({ computed }) => !computed).length,
    noStratifications: report.noStratifications,
    bytes: report.file.bytes,
    filer: submission?.companies[0]?.name ?? null,
    filerTrust: trustOfHeader(report),
    formType: deal.formType?.value ?? submission?.formType ?? null,
    accession: submission?.accession ?? null,
    filedOn: submission?.filedOn ?? null,
    tape: report.tape && tapeFactsSchema.parse(report.tape),
  }
}

/** > Alder Auto Receivables Trust 2024-A   Birch 2021-B31 */
const NUMBERED = /\b(?:19|20)\d\d\b|\b\d+-\w*\d/

/**
 * The trust of a filing of loans whose cover names none, by the header of its submission: the filer whose name has the number of
 * one, for those who file for many trusts have none in theirs.
 */
function trustOfHeader({ deal, submission, tape }: FilingReport): string | null {
  if (tape === null || deal.trust !== null) return null
  const names = submission?.companies.flatMap(({ name }) => name ?? []) ?? []
  return names.find(name => NUMBERED.test(name)) ?? null
}

function countChecks({ checks }: FilingReport) {
  const passed = checks.filter(check => check.outcome === 'pass').length
  return { passed, failed: checks.length - passed }
}

function yearOf({ deal, submission }: FilingReport): number | null {
  const date =
    deal.signedOn?.value ?? deal.agreementDate?.value ?? deal.eventDate?.value ?? submission?.filedOn ?? null
  const year = Number(date?.slice(0, 4))
  return date !== null && Number.isInteger(year) ? year : null
}

/** The first of its dates, in the order of `dateKinds`, that a filing gives. */
function datePool({ deal, submission }: FilingReport): TrendDate | null {
  const dates: Record<TrendDate['kind'], string | null | undefined> = {
    'cut-off': deal.cutOffDate?.value,
    event: deal.eventDate?.value,
    signed: deal.signedOn?.value,
    filed: submission?.filedOn,
  }
  for (const kind of dateKinds) {
    const date = dates[kind]
    if (date) return { date, kind }
  }
  return null
}
