import '../deal/deal.css'
import '../table/table.css'
import './ask.css'
import { CopyLink } from '@/components/sharing/copy-link.tsx'
import { Crumbs } from '@/components/shell/crumbs.tsx'
import { TableIcon } from '@/components/shell/icons.tsx'
import {
  type Asked,
  allSides,
  edgeIsOutside,
  edgesOf,
  exampleOf,
  examplesOf,
  presetsOf,
  sayFigure,
  sides,
} from '@/lib/distributions/index.ts'
import { askHref } from '@/lib/evidence/ask-address.ts'
import { titleTable } from '@/lib/evidence/names.ts'
import { filingHref, tablesHref } from '@/lib/evidence/place-address.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { FilingReport, Stratification } from '@/lib/report.ts'
import { HatchOfIntervals } from './interval-bar.tsx'
import { NewEdges } from './new-edges.tsx'
import { TailView } from './tail-view.tsx'

type Props = {
  deal: DealRecord
  sha256: string
  report: FilingReport
  /** Number of the part of the report that has the table. */
  part: number
  table: Stratification
  asked: Asked
}

/** A table asked for what lies beyond an edge, or regrouped at other edges: the question, the answer, and what it rests on. */
export function AskView({ deal, sha256, report, part, table, asked }: Props) {
  const home = filingHref(deal, sha256)
  const place = { deal, sha256, table }
  return (
    <main id="main" tabIndex={-1} className="deal ask">
      <div className="deal-top">
        <Crumbs trail={[{ name: deal.name, href: home }]} />
        <div className="page-title">
          <div>
            <h1>{titleTable(table)}</h1>
            <p>Ask what lies beyond an edge, or join and cut the rows at edges of your own.</p>
          </div>
          <div className="page-actions">
            <a className="button" href={`${tablesHref(home, part)}#${table.id}`}>
              <TableIcon />
              Deal page
            </a>
            <CopyLink className="button" />
          </div>
        </div>
      </div>
      <HatchOfIntervals />
      {asked.kind === 'impossible' ? (
        <p className="ask-impossible">Nothing can be asked of this table. {asked.problem}</p>
      ) : (
        <>
          <Question {...place} report={report} asked={asked} />
          {asked.kind === 'tail' && <TailView {...place} fileName={report.file.name} asked={asked} />}
          {asked.kind === 'edges' && asked.buckets !== null && <NewEdges {...place} asked={asked} />}
        </>
      )}
    </main>
  )
}

/** Chips in one or two lines. */
const mostEdges = 16

type QuestionProps = Pick<Props, 'deal' | 'sha256' | 'table' | 'report'> & {
  asked: Exclude<Asked, { kind: 'impossible' }>
}

function Question({ deal, sha256, table, report, asked }: QuestionProps) {
  const { distribution, typed } = asked
  const action = `/deals/${deal.slug}/ask/${table.id}`
  const filing =
    sha256 === deal.chosen ? null : <input type="hidden" name="filing" value={sha256.slice(0, 12)} />
  const isOfEdges = asked.kind === 'edges'
  const side = isOfEdges ? 'above' : asked.side
  const problem = asked.kind === 'tail' ? null : asked.problem
  const hrefOf = (at: number) => askHref(deal, sha256, table.id, { [side]: plain(at, distribution.unit) })
  const all = edgesOf(distribution).filter(({ at }) => edgeIsOutside(distribution, at) === null)
  const edges = all.slice(0, mostEdges)
  const presets = presetsOf(
    distribution,
    report.deal.cutOffDate?.value ?? report.deal.signedOn?.value ?? null,
  )
  return (
    <section className="ask-question" aria-label="The question">
      <form action={action} className="ask-form">
        {filing}
        <fieldset className="ask-sides">
          <legend className="sr-only">Which side of the edge</legend>
          {allSides.map(one => (
            <label key={one}>
              <input type="radio" name="side" value={one} defaultChecked={one === side} />
              <span>{firstUpper(sides[one])}</span>
            </label>
          ))}
        </fieldset>
        <label className="ask-edge">
          <span className="sr-only">The edge</span>
          <input
            type="text"
            name="at"
            inputMode="decimal"
            autoComplete="off"
            defaultValue={isOfEdges ? '' : typed}
            placeholder={exampleOf(distribution)}
            aria-describedby={problem && !isOfEdges ? 'ask-problem' : undefined}
            aria-invalid={problem && !isOfEdges ? true : undefined}
          />
        </label>
        <button type="submit" className="button button-strong">
          Ask
        </button>
      </form>
      <form action={action} className="ask-form">
        {filing}
        <label className="ask-edges">
          <span>New edges</span>
          <input
            type="text"
            name="edges"
            autoComplete="off"
            defaultValue={isOfEdges ? typed : ''}
            placeholder={examplesOf(distribution)}
            aria-describedby={problem && isOfEdges ? 'ask-problem' : undefined}
            aria-invalid={problem && isOfEdges ? true : undefined}
          />
        </label>
        <button type="submit" className="button">
          Regroup
        </button>
      </form>
      {problem && (
        <p id="ask-problem" role="alert" className="ask-problem">
          {problem}
        </p>
      )}
      {edges.length > 0 && (
        <p className="ask-presets">
          <span>{edges.length < all.length ? 'Exact at, among others:' : 'Exact at:'}</span>
          {edges.map(({ at }) => (
            <a key={at} className="action" href={hrefOf(at)}>
              {sayFigure(at, distribution.unit)}
            </a>
          ))}
        </p>
      )}
      {presets.length > 0 && (
        <p className="ask-presets">
          <span>Often asked:</span>
          {presets.map(({ at, name }) => (
            <a key={at} className="action" href={hrefOf(at)}>
              {name ? `${name} ` : ''}
              {sayFigure(at, distribution.unit)}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}

/** An edge as an address carries it: dollars for money. */
function plain(at: number, unit: string): string {
  return String(unit === 'cents' ? at / 100 : at)
}

const firstUpper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** The dimension's name as a sentence begins with it. */
