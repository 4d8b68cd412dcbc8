import type { ReportPart } from '@/lib/library/report-part.ts'
import type { TableGroup } from '@/lib/names/loan-groups.ts'
import { Filmstrip } from './filmstrip.tsx'
import { GroupSwitch } from './group-switch.tsx'
import { LineChoice } from './line-choice.tsx'
import { MeasureSwitch } from './measure-switch.tsx'
import { offeredMeasures } from './measures.ts'
import { indexFrom, TableIndex } from './table-index.tsx'

type Props = {
  part: ReportPart
  groups: TableGroup[]
  /** Address of the page of all loan groups side by side. */
  side: string
}

/** What stays at the head of the page: the loan groups, the tables, the index of them all, and how they are read. */
export function Strip({ part, groups, side }: Props) {
  const { stratifications, otherTables } = part.report
  const isGrouped = groups.length > 0
  return (
    <div className={isGrouped ? 'strip strip-grouped' : 'strip'}>
      {isGrouped && <GroupSwitch groups={groups} side={side} />}
      <Filmstrip part={part} isGrouped={isGrouped} />
      <div className="strip-tools">
        {stratifications.length + otherTables.length >= indexFrom && (
          <TableIndex part={part} groups={groups} />
        )}
        <LineChoice stratifications={stratifications} />
        <MeasureSwitch offered={offeredMeasures(stratifications)} />
      </div>
    </div>
  )
}
