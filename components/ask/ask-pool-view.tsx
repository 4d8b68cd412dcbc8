import type { Export } from '@/components/sharing/export-menu.tsx'
import { callHref, filingHref } from '@/lib/addresses/place-address.ts'
import {
  type Asked,
  ask,
  type GroupTable,
  readDistribution,
  sayPercents,
  spanOfQuestion,
} from '@/lib/distributions/index.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import { nameGroup, nameGroups } from '@/lib/names/loan-groups.ts'
import { nameSplit, nameTable } from '@/lib/names/names.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import type { RepeatedValues } from '@/lib/server/repeated-values.ts'
import { AskChart } from './ask-chart.tsx'
import { AskPage } from './ask-page.tsx'
import type { Answerable, AskPlace } from './ask-place.ts'
import { NewEdges } from './new-edges.tsx'
import { regroupedExport } from './regrouped-export.ts'
import { RowsTable } from './rows-table.tsx'
import { tailHref } from './tail-href.ts'
import { WhyAnswer } from './why-answer.tsx'

type Props = {
  deal: DealRecord
  sha256: string
  report: FilingReport
  /** The tables of the loan groups that make up the pool. */
  groups: readonly GroupTable[]
  asked: Asked
  repeated: readonly RepeatedValues[]
}

/** A whole pool that is printed for its loan groups alone, asked what lies beyond an edge: their answers added up, and each of them. */
export function AskPoolView({ deal, sha256, report, groups, asked, repeated }: Props) {
  const place = { deal, sha256, table: tableOfPool(groups) }
  const names = nameGroups(groups.map(({ loanGroup }) => loanGroup))
  return (
    <AskPage
      {...{ place, report, asked, repeated }}
      title={`${nameSplit(place.table)}, whole pool`}
      says={<>The filing prints this for loan groups alone. Answers are added up over {names}.</>}
      back={filingHref(deal, sha256)}
      exports={exportsOf({ ...place, asked })}
      asks="these tables"
      below={asked => <Answered {...place} fileName={report.file.name} {...{ asked, groups }} />}
    />
  )
}

/** The pool as a page of a table addresses and names it: by the dimension, over the lines of all of its groups. */
function tableOfPool(groups: readonly GroupTable[]): Stratification {
  const [first, last] = [groups[0]?.table, groups.at(-1)?.table]
  if (!first || !last) throw new Error('a pool that is added up has loan groups')
  return {
    ...first,
    id: first.dimension ?? first.id,
    title: nameSplit(first),
    loanGroup: null,
    at: { ...first.at, lastLine: last.at.lastLine ?? last.at.line, end: last.at.end },
  }
}

function exportsOf({ asked, ...place }: AskPlace & { asked: Asked }): Export[] {
  return [
    ...(asked.kind === 'tail'
      ? [{ file: tailHref({ ...place, asked }, 'tail'), name: 'This answer (JSON)' }]
      : []),
    ...regroupedExport(place, asked),
    { long: callHref(place.deal, place.sha256, '.xlsx'), name: 'Workbook of the deal (XLSX)' },
  ]
}

type AnsweredProps = AskPlace & { fileName: string; asked: Answerable; groups: readonly GroupTable[] }

function Answered({ fileName, asked, groups, ...place }: AnsweredProps) {
  if (asked.kind === 'edges' && asked.buckets !== null) return <NewEdges {...place} asked={asked} />
  return (
    <>
      {groups.map(({ table, loanGroup }) => (
        <Group key={table.id} {...place} {...{ own: table, loanGroup, asked }} />
      ))}
      {asked.kind === 'tail' && <WhyAnswer {...place} fileName={fileName} asked={asked} />}
    </>
  )
}

type GroupProps = AskPlace & { own: Stratification; loanGroup: string; asked: Answerable }

/** What one of the groups answers, in its own rows; its edges ask the whole pool. */
function Group({ own, loanGroup, asked, ...place }: GroupProps) {
  const read = readDistribution(own)
  if ('reason' in read) return null
  const { distribution } = read
  const question = asked.kind === 'tail' ? asked.question : null
  const answer = question && ask(distribution, spanOfQuestion(question))
  const drawn = { distribution, question, answer }
  return (
    <section className="ask-of-group" aria-label={nameGroup(loanGroup)}>
      <h3>
        {nameGroup(loanGroup)}
        {answer?.balancePct && <span>{sayPercents(answer.balancePct)} of its balance</span>}
      </h3>
      <div className="ask-pair">
        <AskChart table={own} {...drawn} />
        <section className="ask-scroll" tabIndex={0} aria-label={`${nameTable(own)}, row by row`}>
          <RowsTable
            {...place}
            {...drawn}
            table={own}
            askedId={place.table.id}
            side={asked.kind === 'edges' ? 'above' : asked.side}
          />
        </section>
      </div>
    </section>
  )
}
