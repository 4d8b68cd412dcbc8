import { formatCount } from '../format/numbers.ts'
import type { Grid } from '../grid/grid.ts'
import type { JudgedCandidate } from '../reading/decision.ts'
import type { Place } from '../report.ts'
import { splitGroups } from '../stratification/split-groups.ts'
import { contradicts, supports, tell } from './told.ts'
import type { Told } from './trace-schema.ts'

/**
 * Whether a printed table is one: one for each of the loan groups side by side under its headers, or of parts over pages;
 * nothing where neither is in question. `grid` is what was read: the printed table, or the part of a group.
 */
export function tellParts(printed: Grid, grid: Grid): Told[] {
  const { over, parts = [] } = printed
  return [
    ...(over === undefined ? [] : [tellBeside]),
    ...(parts.length > 1 ? [tellJoined(parts)] : []),
    ...tellGroups(printed, grid),
  ]
}

const ASKS = 'Is it one table or several?'

/** A question with one answer, which grid and places have settled. */
function settled(value: string, by: string): Told {
  return tell(
    { question: 'parts', candidates: [{ value, by: [by], verdicts: [] }], chosen: value },
    name => name,
    {
      question: 'parts',
      asks: ASKS,
    },
  )
}

const tellBeside = settled(
  'One of several side by side',
  'What stands beside it has labels, headers or a total of its own, and a gutter runs between them',
)

/** A filing may print one table over hundreds of pages. */
const MOST_PARTS = 4

function tellJoined(parts: readonly Place[]): Told {
  const named = parts.slice(0, MOST_PARTS).map(sayLines).join(', ')
  const more = parts.length > MOST_PARTS ? ` and ${parts.length - MOST_PARTS} more places` : ''
  return settled(
    `One table in ${formatCount(parts.length)} parts: ${named}${more}`,
    'A later part repeats the headers or the labels, or has none of its own, and titles or sums show that it continues',
  )
}

/** `lines 12 to 40` */
function sayLines({ line, lastLine = line }: Place): string {
  return lastLine === line ? `line ${line}` : `lines ${line} to ${lastLine}`
}

/**
 * Tables of loan groups under one header, or one table.
 *
 * >                    Group 1                Group 2
 *   Occupancy     Loans     Balance      Loans     Balance
 */
function tellGroups(printed: Grid, grid: Grid): Told[] {
  const parts = splitGroups(printed)
  if (parts.length < 2) return []
  const isSplit = grid !== printed
  const several = `${formatCount(parts.length)} tables, one for each loan group`
  const candidates: JudgedCandidate<string>[] = [
    {
      value: several,
      by: ['The same headers stand over and over under the names of groups'],
      verdicts: [
        isSplit
          ? supports('parts', 'Each of them splits a pool by itself.')
          : contradicts('parts', 'Not each of them splits a pool by itself.'),
      ],
    },
    { value: 'One table', by: ['It is printed as one'], verdicts: [] },
  ]
  const chosen = isSplit ? several : 'One table'
  return [
    tell({ question: 'parts', candidates, chosen }, name => name, {
      question: 'parts',
      asks: ASKS,
    }),
  ]
}
