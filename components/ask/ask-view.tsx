import type { Export } from '@/components/sharing/export-menu.tsx'
import { callHref, filingHref, tablesHref } from '@/lib/addresses/place-address.ts'
import type { Asked } from '@/lib/distributions/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { titleTable } from '@/lib/names/names.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import type { RepeatedValues } from '@/lib/server/repeated-values.ts'
import { AskChart } from './ask-chart.tsx'
import { AskPage } from './ask-page.tsx'
import type { Answerable, AskPlace } from './ask-place.ts'
import { JoinRows } from './join-rows.tsx'
import { NewEdges } from './new-edges.tsx'
import { regroupedExport } from './regrouped-export.ts'
import { RowsTable } from './rows-table.tsx'
import { tailHref } from './tail-href.ts'
import { WhyAnswer } from './why-answer.tsx'

type Props = {
  deal: DealRecord
  sha256: string
  report: FilingReport
  /** Number of the part of the report that has the table. */
  part: number
  table: Stratification
  asked: Asked
  repeated: readonly RepeatedValues[]
}

/** A table asked for what lies beyond an edge, or regrouped at other edges: the question, the answer, and what it rests on. */
export function AskView({ deal, sha256, report, part, table, asked, repeated }: Props) {
  const home = filingHref(deal, sha256)
  const place = { deal, sha256, table }
  return (
    <AskPage
      {...{ place, report, asked, repeated }}
      title={titleTable(table)}
      says="Ask what lies beyond an edge or between two, or join and cut the rows at edges of your own."
      back={`${tablesHref(home, part)}#${table.id}`}
      exports={exportsOf({ ...place, asked })}
      asks="this table"
      below={asked => <Answered {...place} fileName={report.file.name} asked={asked} />}
    />
  )
}

/** The table and its chart, and the answer. */
function exportsOf({ deal, sha256, table, asked }: AskPlace & { asked: Asked }): Export[] {
  const hrefOf = (form: string) => callHref(deal, sha256, `/stratifications/${table.id}${form}`)
  return [
    ...(asked.kind === 'tail'
      ? [{ file: tailHref({ deal, sha256, table, asked }, 'tail'), name: 'This answer (JSON)' }]
      : []),
    ...regroupedExport({ deal, sha256, table }, asked),
    { file: hrefOf('.csv'), name: 'The table (CSV)' },
    { file: hrefOf('.json'), name: 'The table (JSON)' },
    { chart: hrefOf('.svg'), name: 'Chart' },
    { long: callHref(deal, sha256, '.xlsx'), name: 'Workbook of the deal (XLSX)' },
  ]
}

function Answered({ fileName, asked, ...place }: AskPlace & { fileName: string; asked: Answerable }) {
  const { distribution } = asked
  if (asked.kind === 'edges' && asked.buckets !== null) return <NewEdges {...place} asked={asked} />
  const tail = asked.kind === 'tail' ? asked : null
  const drawn = { distribution, question: tail?.question ?? null, answer: tail?.answer ?? null }
  return (
    <>
      <div className="ask-pair">
        <AskChart table={place.table} {...drawn} />
        <JoinRows {...place} edges="" count={distribution.rows.length}>
          <RowsTable {...place} {...drawn} side={asked.kind === 'edges' ? 'above' : asked.side} />
        </JoinRows>
      </div>
      {tail && <WhyAnswer {...place} fileName={fileName} asked={tail} />}
    </>
  )
}
