import { EvidenceButton } from '@/components/sharing/evidence-button.tsx'
import { CrossIcon } from '@/components/shell/icons.tsx'
import { askedOf, askHref } from '@/lib/addresses/ask-address.ts'
import {
  type Distribution,
  howExact,
  isSettled,
  nearestExact,
  rowsDoNotAddUp,
  sayBound,
  sayEdges,
  sayMean,
  sayPercents,
} from '@/lib/distributions/index.ts'
import { formatCount, formatCountOf, formatDecimal } from '@/lib/format/index.ts'
import { nameSplit } from '@/lib/names/names.ts'
import type { Answerable, AskPlace } from './ask-place.ts'
import { IntervalBar } from './interval-bar.tsx'
import { tailHref } from './tail-href.ts'

type Tail = Extract<Answerable, { kind: 'tail' }>

/** The answer as a heading, which a screen reader hears whenever it changes; then its amounts and its interval. */
export function AnswerHead({ asked, ...place }: AskPlace & { asked: Answerable }) {
  return (
    <>
      <h2 id="ask-answer" aria-live="polite" aria-atomic="true">
        {sayHeading(place, asked)}
      </h2>
      {asked.kind === 'tail' && <Amounts {...place} asked={asked} />}
      {asked.kind === 'edges' && asked.buckets !== null && (
        <p className="ask-amounts">
          {asked.distribution.loans
            ? 'Each loan counts by its own figure and balance, so every edge is exact.'
            : 'Shares come from balances where they are printed, never from added percents. An edge that the filing does not print cuts a row: what of it lies on either side is then told as an interval.'}
        </p>
      )}
      {asked.kind !== 'nothing' && asked.distribution.doNotAddUp.length > 0 && (
        <p className="ask-problem">
          <CrossIcon size={12} /> {rowsDoNotAddUp}
        </p>
      )}
      {asked.kind === 'nothing' && <Mean distribution={asked.distribution} />}
      {asked.kind === 'tail' && <Scale asked={asked} />}
      {asked.kind === 'tail' && !place.table.computed && (
        <EvidenceButton href={tailHref({ ...place, asked }, 'certificate')} />
      )}
    </>
  )
}

/** What the average over the rows can be, beside the rows as printed. */
function Mean({ distribution }: { distribution: Distribution }) {
  const says = sayMean(distribution)
  return says && <p className="ask-amounts">{says}</p>
}

function sayHeading({ table }: AskPlace, asked: Answerable): string {
  const { distribution } = asked
  const rows = formatCountOf(distribution.rows.length, 'row')
  if (asked.kind === 'tail') return sayTail(nameSplit(table), asked)
  if (asked.kind === 'nothing' || asked.buckets === null)
    return table.computed ? `${rows}, computed from the loans` : `${rows}, as printed`
  const exact = asked.buckets.filter(({ answer }) => answer.exact).length
  const all = asked.buckets.length
  return `${rows} regrouped into ${formatCount(all)}, ${exact === all ? 'all exact.' : `${formatCount(exact)} of them exact.`}`
}

/** > Original LTV above 77: 16.48% to 53.10% of balance. */
function sayTail(name: string, asked: Tail): string {
  const { answer, distribution, question } = asked
  const share = shareOf(asked)
  const amount = share ? `${sayPercents(share.bound)} ${share.of}` : (amountsOf(asked)[0] ?? '')
  const isSure = answer.exact && distribution.doNotAddUp.length === 0
  return `${name} ${sayEdges(question, distribution.unit)}: ${amount}${isSure ? ', exactly.' : '.'}`
}

/** The share that an answer is told by: of the balance where that is printed. */
function shareOf({ answer: { balancePct, countPct } }: Tail) {
  if (balancePct) return { bound: balancePct, of: 'of balance' }
  return countPct && { bound: countPct, of: 'of loans' }
}

const sayDollars = (cents: number) => `$${formatDecimal(cents / 100, 2)}`

function amountsOf({ answer: { balanceCents, loanCount } }: Tail): string[] {
  const isOne = loanCount?.low === 1 && loanCount.high === 1
  return [
    ...(balanceCents ? [sayBound(balanceCents, sayDollars)] : []),
    ...(loanCount ? [`${sayBound(loanCount, formatCount)} ${isOne ? 'loan' : 'loans'}`] : []),
  ]
}

function Amounts({ deal, sha256, table, asked }: AskPlace & { asked: Tail }) {
  const { answer, distribution, question } = asked
  const others = answer.exact ? [] : nearestExact(distribution, question)
  const isButRounded = !answer.exact && isSettled(answer) && distribution.doNotAddUp.length === 0
  return (
    <p className="ask-amounts">
      {amountsOf(asked).join(', ')}
      {isButRounded ? ', exactly but for rounding.' : '.'}
      {others.length > 0 && (
        <>
          {' '}
          <b>{inCapital(howExact(distribution, others))}</b>{' '}
          {others.map((other, order) => (
            <span key={sayEdges(other, distribution.unit)}>
              {order > 0 && (question.and ? ', and ' : ' and ')}
              <a data-soft href={askHref(deal, sha256, table.id, askedOf(other, distribution.unit))}>
                {sayEdges(other, distribution.unit)}
              </a>
            </span>
          ))}
          .
        </>
      )}
    </p>
  )
}

const inCapital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

function Scale({ asked }: { asked: Tail }) {
  const share = shareOf(asked)
  if (!share) return null
  return (
    <div className="ask-scale">
      <IntervalBar bound={share.bound} most={100} height={16} />
      <div className="ask-scale-ends">
        <span>0</span>
        <span>50</span>
        <span>100% {share.of}</span>
      </div>
    </div>
  )
}
