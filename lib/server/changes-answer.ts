import { z } from 'zod'
import { findChanges, type TableChange } from '../distributions/index.ts'
import {
  byDate,
  type DealRecord,
  type FilingSummary,
  type Library,
  type LoadedTables,
  loadTables,
} from '../library/index.ts'
import type { ErrorCode } from './service-errors.ts'

const filingSchema = z.object({
  sha256: z.string(),
  name: z.string(),
  formType: z.string().nullable(),
  signedOn: z.string().nullable(),
  /** When it was filed, by the header of its submission. */
  filedOn: z.string().nullable(),
})
const valuesSchema = z.record(z.string(), z.number().nullable()).nullable()
const loansSchema = z.int().min(0).nullable()

/** What changed between two filings of a deal, row by row. */
export const changesAnswerSchema = z.object({
  slug: z.string(),
  from: filingSchema,
  to: filingSchema,
  tables: z.array(
    z.object({
      state: z.enum(['same', 'changed', 'added', 'gone']),
      dimension: z.string().nullable(),
      title: z.string(),
      loanGroup: z.string().nullable(),
      /** The ids of the table in either filing. */
      from: z.string().nullable(),
      to: z.string().nullable(),
      /** The least numbers of loans that must have left rows, or entered them; null where a filing prints none. */
      left: loansSchema,
      entered: loansSchema,
      rows: z.array(
        z.object({
          state: z.enum(['same', 'changed', 'added', 'gone']),
          label: z.string(),
          from: valuesSchema,
          to: valuesSchema,
          left: loansSchema,
          entered: loansSchema,
        }),
      ),
    }),
  ),
})
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>

export type ChangesRefusal = { code: ErrorCode; detail: string }

/** Two filings of a deal with all that their tables say. */
export type TwoFilings = {
  deal: DealRecord
  from: FilingSummary & { loaded: LoadedTables }
  to: FilingSummary & { loaded: LoadedTables }
}

/**
 * The filings that `?from=&to=` names by how their SHA-256 begins; without one of them the last filing with tables, and the
 * last with tables before it.
 */
export async function loadTwoFilings(
  library: Library,
  deal: DealRecord,
  asked: { from?: string | null | undefined; to?: string | null | undefined },
): Promise<TwoFilings | ChangesRefusal> {
  if (deal.filings.length < 2) return { code: 'one-filing-alone', detail: deal.slug }
  const rising = byDate(deal.filings)
  const withTables = rising.filter(({ stratifications }) => stratifications > 0)
  const usual = withTables.length > 1 ? withTables : rising
  const to = asked.to ? pick(rising, asked.to) : usual.findLast(filing => filing !== pick(rising, asked.from))
  const from = asked.from ? pick(rising, asked.from) : usual.findLast(filing => isBefore(rising, filing, to))
  if (!to) return { code: 'filing-is-unknown', detail: 'to' }
  const before = from ?? (asked.from ? null : usual.find(filing => filing !== to))
  if (!before) return { code: 'filing-is-unknown', detail: 'from' }
  if (before === to) return { code: 'query-is-not-understood', detail: 'from and to are one filing' }
  const [old, now] = [await loadTables(library, before.sha256), await loadTables(library, to.sha256)]
  if (!old || !now) return { code: 'filing-is-unknown', detail: old ? 'to' : 'from' }
  if (old === 'pool-is-too-long') return { code: old, detail: 'from' }
  if (now === 'pool-is-too-long') return { code: now, detail: 'to' }
  return { deal, from: { ...before, loaded: old }, to: { ...to, loaded: now } }
}

/** As many digits tell filings of one deal apart. */
const leastDigits = 8

function pick(filings: readonly FilingSummary[], prefix: string | null | undefined): FilingSummary | null {
  if (!prefix || prefix.length < leastDigits) return null
  const found = filings.filter(({ sha256 }) => sha256.startsWith(prefix.toLowerCase()))
  return found.length === 1 ? (found[0] ?? null) : null
}

const isBefore = (
  rising: readonly FilingSummary[],
  filing: FilingSummary,
  other: FilingSummary | null | undefined,
) => other != null && rising.indexOf(filing) < rising.indexOf(other)

/** What became of a table as a whole. */
export function stateOfTable({ from, to, rows }: TableChange): 'same' | 'changed' | 'added' | 'gone' {
  if (from === null) return 'added'
  if (to === null) return 'gone'
  return rows.every(({ state }) => state === 'same') ? 'same' : 'changed'
}

/** Answer `GET /api/deals/{slug}/changes?from=&to=`. */
export async function answerChanges(
  library: Library,
  slug: string,
  query: URLSearchParams,
): Promise<ChangesAnswer | ChangesRefusal> {
  await library.bringUpToDate(slug)
  const deal = await library.findDeal(slug)
  if (deal === null) return { code: 'deal-is-unknown', detail: slug }
  const two = await loadTwoFilings(library, deal, { from: query.get('from'), to: query.get('to') })
  if ('code' in two) return two
  const changes = findChanges(two.from.loaded.tables, two.to.loaded.tables)
  return {
    slug,
    from: filingSchema.parse(two.from),
    to: filingSchema.parse(two.to),
    tables: changes.flatMap(change => {
      const table = change.to ?? change.from
      if (table === null) return []
      return [
        {
          state: stateOfTable(change),
          dimension: table.dimension,
          title: table.title,
          loanGroup: table.loanGroup,
          from: change.from?.id ?? null,
          to: change.to?.id ?? null,
          left: change.left,
          entered: change.entered,
          rows: change.rows.map(({ from, to, ...row }) => ({
            ...row,
            from: from?.values ?? null,
            to: to?.values ?? null,
          })),
        },
      ]
    }),
  }
}
