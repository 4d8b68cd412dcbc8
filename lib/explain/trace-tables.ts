import type { Grid } from '../grid/grid.ts'
import type { Place } from '../report.ts'
import type { ReportRoom } from '../report-room.ts'
import { readStratifications, type TableReading } from '../stratification/index.ts'
import type { GroupReading } from '../stratification/loan-group.ts'
import { tellGroup } from './tell-group.ts'
import { tellMeasure } from './tell-measure.ts'
import { tellParts } from './tell-parts.ts'
import { tellLabelScale, tellScale } from './tell-scale.ts'
import { tellSplit, tellSubject } from './tell-split.ts'
import { tellTitle } from './tell-title.ts'
import type { TableTrace, Told } from './trace-schema.ts'

/**
 * Read grids as the reader does, and tell of each table how it was read, in the order they are printed; of those alone
 * whose place is wanted, where that is said.
 *
 * The sentences are made here alone: reading a filing makes none of them.
 */
export function traceTables(
  grids: Iterable<Grid>,
  lines: readonly string[],
  room?: ReportRoom,
  isWanted: (at: Place) => boolean = () => true,
): TableTrace[] {
  const traced: { group: GroupReading; read: Split; trace: TableTrace | null }[] = []
  const { value } = readStratifications(grids, lines, room, one => {
    const { reading, group, table } = one
    const read = 'stratification' in reading ? reading.stratification : null
    const trace = isWanted(table.grid.at) ? traceTable(one) : null
    if (trace !== null || read !== null) traced.push({ group, read, trace })
  })
  const ids = value.stratifications.map(({ id }) => id)
  return traced.flatMap(({ group, read, trace }) => {
    const id = read === null ? null : (ids.shift() ?? null)
    if (trace === null || read === null) return trace ?? []
    return { ...trace, id, told: [...trace.told, tellGroup(group, read.loanGroup)].sort(byQuestion) }
  })
}

/** What of a stratification may change until the whole filing is read; null for other tables. */
type Split = { loanGroup: string | null } | null

/** All that is known before the whole filing is read; the loan group of a stratification comes after. */
function traceTable({ printed, table, reading, group, document }: TableReading): TableTrace {
  const isSplit = 'stratification' in reading
  const isOfBusiness = !isSplit && reading.kind === 'other-business'
  const told = [
    ...tellParts(printed, table.grid),
    tellTitle(table),
    tellSplit(table),
    ...(isSplit || isOfBusiness ? [tellSubject(table, document)] : []),
    ...(isSplit ? tellLabelScale(reading.labelScale) : []),
    ...(!isSplit && group.group !== null ? [tellGroup(group, group.group)] : []),
    ...table.columns.flatMap((_, order) => [tellMeasure(table, order), ...tellScale(table, order)]),
  ]
  return {
    id: null,
    title: table.title.text === '' ? null : table.title.text,
    at: table.grid.at,
    refused: isSplit ? null : reading.reason,
    told: told.sort(byQuestion),
  }
}

const ORDER: readonly Told['question'][] = ['parts', 'title', 'split', 'label-scale', 'subject', 'group']

/** Questions about the table, then those about each column. */
function byQuestion(one: Told, other: Told): number {
  const placeOf = ({ question }: Told) => (ORDER.includes(question) ? ORDER.indexOf(question) : ORDER.length)
  return placeOf(one) - placeOf(other)
}
