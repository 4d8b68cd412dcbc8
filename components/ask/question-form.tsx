import { askHref, typedEdge } from '@/lib/addresses/ask-address.ts'
import {
  allSides,
  type Distribution,
  edgeIsOutside,
  exactEdges,
  exampleOf,
  examplesOf,
  presetsOf,
  type Side,
  sayFigure,
  sides,
} from '@/lib/distributions/index.ts'
import type { FilingReport } from '@/lib/report.ts'
import type { Answerable, AskPlace } from './ask-place.ts'

/** Chips in one or two lines. */
const mostEdges = 16

type Props = AskPlace & { report: FilingReport; asked: Answerable }

/** What is asked: an edge and its side, two edges, or edges that the rows are parted at anew; and the edges that suggest themselves. */
export function Question({ deal, sha256, table, report, asked }: Props) {
  const { distribution } = asked
  const side = asked.kind === 'edges' || asked.side === 'between' ? 'above' : asked.side
  const hrefOf = (at: number) => askHref(deal, sha256, table.id, { [side]: typedEdge(at, distribution.unit) })
  const filing =
    sha256 === deal.chosen ? null : <input type="hidden" name="filing" value={sha256.slice(0, 12)} />
  const form = { action: `/deals/${deal.slug}/ask/${table.id}`, 'data-live': true, className: 'ask-form' }
  return (
    <section className="ask-question" aria-label="The question">
      <form {...form} data-question>
        {filing}
        <EdgeFields asked={asked} />
      </form>
      <form {...form}>
        {filing}
        <NewEdgesField asked={asked} />
      </form>
      <Problem asked={asked} />
      <Suggestions {...{ report, distribution, hrefOf }} />
    </section>
  )
}

function EdgeFields({ asked }: { asked: Answerable }) {
  const { distribution } = asked
  const { side, typed, typedTo } = asked.kind === 'edges' ? noQuestion : asked
  const wrong = asked.kind === 'nothing' ? asked.problem?.field : undefined
  const field = (name: 'at' | 'to', value: string) => ({
    type: 'text',
    name,
    inputMode: 'decimal' as const,
    autoComplete: 'off',
    'data-sync': true,
    defaultValue: value,
    placeholder: exampleOf(distribution),
    'aria-describedby': wrong === name ? 'ask-problem' : undefined,
    'aria-invalid': wrong === name ? true : undefined,
  })
  return (
    <>
      <fieldset className="ask-sides">
        <legend className="sr-only">Which side of the edge</legend>
        {[...allSides, 'between' as const].map(one => (
          <label key={one}>
            <input type="radio" name="side" value={one} defaultChecked={one === side} data-sync />
            <span>{one === 'between' ? 'Between' : firstUpper(sides[one])}</span>
          </label>
        ))}
      </fieldset>
      <label className="ask-edge">
        <span className="sr-only">The edge</span>
        <input {...field('at', typed)} />
      </label>
      <label className="ask-edge ask-to">
        <span>and</span>
        <input aria-label="The upper edge" {...field('to', typedTo)} />
      </label>
      <button type="submit" className="button button-strong">
        Ask
      </button>
    </>
  )
}

const noQuestion: { side: Side | 'between'; typed: string; typedTo: string } = {
  side: 'above',
  typed: '',
  typedTo: '',
}

function NewEdgesField({ asked }: { asked: Answerable }) {
  const isWrong = asked.kind === 'edges' && asked.problem !== null
  return (
    <>
      <label className="ask-edges">
        <span>New edges</span>
        <input
          type="text"
          name="edges"
          autoComplete="off"
          data-sync
          defaultValue={asked.kind === 'edges' ? asked.typed : ''}
          placeholder={examplesOf(asked.distribution)}
          aria-describedby={isWrong ? 'ask-problem' : undefined}
          aria-invalid={isWrong ? true : undefined}
        />
      </label>
      <button type="submit" className="button">
        Regroup
      </button>
    </>
  )
}

function Problem({ asked }: { asked: Answerable }) {
  const says = asked.kind === 'edges' ? asked.problem : asked.kind === 'nothing' ? asked.problem?.says : null
  if (!says) return null
  return (
    <p id="ask-problem" role="alert" className="ask-problem">
      {says}
    </p>
  )
}

type SuggestionsProps = {
  report: FilingReport
  distribution: Distribution
  hrefOf: (at: number) => string
}

function Suggestions({ report, distribution, hrefOf }: SuggestionsProps) {
  const { unit } = distribution
  const all = exactEdges(distribution).filter(({ at }) => edgeIsOutside(distribution, at) === null)
  const exact = all.slice(0, mostEdges).map(({ at }) => ({ at, name: null }))
  const date = report.deal.cutOffDate?.value ?? report.deal.signedOn?.value ?? null
  const groups = [
    { name: sayExactAt(distribution, exact.length < all.length), edges: exact },
    { name: 'Often asked:', edges: presetsOf(distribution, date) },
  ]
  return groups.map(
    ({ name: group, edges }) =>
      edges.length > 0 && (
        <p key={group} className="ask-presets">
          <span>{group}</span>
          {edges.map(({ at, name }) => (
            <a key={at} href={hrefOf(at)} data-soft>
              {name ? `${name} ` : ''}
              {sayFigure(at, unit)}
            </a>
          ))}
        </p>
      ),
  )
}

/** From single loans every edge is answered exactly; those of the rows are no more than near at hand. */
function sayExactAt({ loans }: Distribution, areMore: boolean): string {
  if (loans) return areMore ? 'Edges of its rows, among others:' : 'Edges of its rows:'
  return areMore ? 'Exact at, among others:' : 'Exact at:'
}

const firstUpper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
