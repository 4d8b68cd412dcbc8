import type { ReactNode } from 'react'
import { type Export, ExportMenu } from '@/components/sharing/export-menu.tsx'
import { PageHead } from '@/components/sharing/page-head.tsx'
import { PrintHead } from '@/components/sharing/print-head.tsx'
import { TableIcon } from '@/components/shell/icons.tsx'
import { askedOf, askHref } from '@/lib/addresses/ask-address.ts'
import { filingHref } from '@/lib/addresses/place-address.ts'
import type { Asked } from '@/lib/distributions/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import type { RepeatedValues } from '@/lib/server/repeated-values.ts'
import { AnswerHead } from './answer-head.tsx'
import type { Answerable, AskPlace } from './ask-place.ts'
import { HatchOfIntervals } from './interval-bar.tsx'
import { LiveQuestion } from './live-question.tsx'
import { Question } from './question-form.tsx'
import { RepeatedProblems } from './repeated-problems.tsx'

type Props = {
  place: AskPlace
  report: FilingReport
  asked: Asked
  repeated: readonly RepeatedValues[]
  title: string
  /** What can be asked here, in a sentence. */
  says: ReactNode
  /** Where on the deal's page the figures stand. */
  back: string
  exports: Export[]
  /** What the question is put to, where none can be. */
  asks: 'this table' | 'these tables'
  /** What stands below the answer. */
  below: (asked: Answerable) => ReactNode
}

/** The page of a question: what is asked, the answer, and what it rests on. */
export function AskPage({ place, report, asked, repeated, title, says, back, exports, asks, below }: Props) {
  const { deal, sha256 } = place
  return (
    <main id="main" tabIndex={-1} className="deal ask">
      <PrintHead name={`${deal.name}: ${title}`} url={addressOf(place, asked)} />
      <div className="deal-top">
        <PageHead
          trail={[{ name: deal.name, href: filingHref(deal, sha256) }]}
          title={title}
          says={<p>{says}</p>}
          actions={
            <>
              <a className="button" href={back}>
                <TableIcon />
                Deal page
              </a>
              <ExportMenu items={exports} />
            </>
          }
        />
      </div>
      <HatchOfIntervals />
      {asked.kind === 'impossible' ? (
        <p className="ask-impossible">
          Nothing can be asked of {asks}. {asked.problem}
        </p>
      ) : (
        <LiveQuestion>
          <RepeatedProblems repeated={repeated} />
          <Question {...place} report={report} asked={asked} />
          <section className="ask-answer" aria-labelledby="ask-answer">
            <AnswerHead {...place} asked={asked} />
            {below(asked)}
          </section>
        </LiveQuestion>
      )}
    </main>
  )
}

/** Where what is asked stands, for who reads it on paper. */
function addressOf({ deal, sha256, table }: AskPlace, asked: Asked): string {
  if (asked.kind === 'tail')
    return askHref(deal, sha256, table.id, askedOf(asked.question, asked.distribution.unit))
  return askHref(deal, sha256, table.id, asked.kind === 'edges' ? { edges: asked.typed } : {})
}
