import { filingShown } from '@/components/deal/other-filings.tsx'
import { proofMarks } from '@/components/ledger/proof-marks.ts'
import { formatCount } from '@/lib/format/index.ts'
import { layOutStrip } from '@/lib/layout/strip-layout.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { ReportPart } from '@/lib/library/report-part.ts'
import { colours } from './card-colours.ts'
import { type CardFact, listCardFacts, pickShape } from './card-facts.ts'
import { RangeShape, StateShape } from './card-shape.tsx'
import { clip, keepDrawable } from './printable.ts'

type Props = { deal: DealRecord; part: ReportPart }

export const cardSize = { width: 1200, height: 630 }

/** A deal as the picture that a pasted link shows: name, pool, shape and proof, or why there are no tables. */
export function DealCard({ deal, part }: Props) {
  const { report } = part
  const facts = listCardFacts(deal.summary)
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: '44px 56px 40px',
        background: colours.paper,
        color: colours.ink,
        fontFamily: 'Inter',
      }}
    >
      <Brand />
      <Title deal={deal} />
      {facts.length > 0 && <Facts facts={facts} />}
      {report.noStratifications ? (
        <Nothing message={report.noStratifications.message} />
      ) : (
        <Shape deal={deal} part={part} />
      )}
    </div>
  )
}

function Brand() {
  return (
    <div style={{ display: 'flex', alignItems: 'center', fontSize: 26, fontWeight: 600 }}>
      <svg aria-hidden="true" width="35" height="28" viewBox="0 0 20 16" style={{ marginRight: 14 }}>
        <path fill={colours.ink} d="M0 0h20v4H0z" />
        <path fill={colours.data} d="M0 6h13v4H0z" />
        <path fill={colours.quiet} d="M0 12h7v4H0z" />
      </svg>
      Strata
    </div>
  )
}

/** Longer names are set smaller, and beyond two lines they are cut: a third would stand on the figures. */
const nameSizes = [
  { upTo: 34, size: 60 },
  { upTo: 76, size: 46 },
  { upTo: 96, size: 36 },
]

function Title({ deal }: { deal: DealRecord }) {
  const name = clip(keepDrawable(deal.name), 96)
  const size = nameSizes.find(({ upTo }) => name.length <= upTo)?.size ?? 36
  const line = [deal.series && `Series ${deal.series}`, deal.depositor].filter(Boolean).join(', ')
  return (
    <div style={{ display: 'flex', flexDirection: 'column', marginTop: 26 }}>
      <span style={{ fontSize: size, lineHeight: 1.15, fontWeight: 700, letterSpacing: '-0.022em' }}>
        {name}
      </span>
      <span style={{ fontSize: 26, color: colours.ink2, marginTop: 6 }}>{clip(keepDrawable(line), 84)}</span>
    </div>
  )
}

function Facts({ facts }: { facts: CardFact[] }) {
  return (
    <div style={{ display: 'flex', marginTop: 24, paddingTop: 18, borderTop: `3px solid ${colours.ink}` }}>
      {facts.map(({ label, figure, unit }) => (
        <div key={label} style={{ display: 'flex', flexDirection: 'column', flexGrow: 1 }}>
          <span style={{ fontSize: 20, color: colours.ink2 }}>{label}</span>
          <div style={{ display: 'flex', alignItems: 'baseline', fontSize: 34, fontWeight: 600 }}>
            <span>{figure}</span>
            <span style={{ fontSize: 22, marginLeft: unit === '%' ? 2 : 8 }}>{unit}</span>
          </div>
        </div>
      ))}
    </div>
  )
}

function Shape({ deal, part }: Props) {
  const shape = pickShape(deal.summary)
  return (
    <div
      style={{ display: 'flex', justifyContent: 'space-between', alignItems: 'flex-end', marginTop: 'auto' }}
    >
      {shape?.kind === 'ranges' && <RangeShape {...shape} />}
      {shape?.kind === 'states' && <StateShape {...shape} />}
      <Proof deal={deal} part={part} />
    </div>
  )
}

/** More checks than this have no mark each, but one for each table. */
const mostMarks = 600

/** How the checks of the whole filing came out; the marks are of its first tables where it has very many. */
function Proof({ deal, part }: Props) {
  const { checks, stratifications } = filingShown(deal, part.report) ?? deal.summary
  const { passed, failed } = checks
  const all = passed + failed
  const tables = `${formatCount(stratifications)} ${stratifications === 1 ? 'table' : 'tables'}`
  return (
    <div style={{ display: 'flex', flexDirection: 'column', width: 372 }}>
      <Strip part={part} />
      <div style={{ display: 'flex', alignItems: 'center', fontSize: 26, fontWeight: 600, marginTop: 16 }}>
        {all > 0 && <Stamp isBroken={failed > 0} />}
        {all === 0 ? tables : `${formatCount(passed)} of ${formatCount(all)} checks pass`}
      </div>
      <span style={{ fontSize: 22, color: colours.quiet, marginTop: 4 }}>
        {all === 0 ? 'nothing in them is printed twice' : `over ${tables} of one filing`}
      </span>
    </div>
  )
}

/** The proof strip in rows of the width that the picture has for it. */
function Strip({ part }: Pick<Props, 'part'>) {
  const { width, height, passes, fails } = layOutStrip(proofMarks(part, mostMarks).groups, 372)
  if (width === 0 || height > 160) return null
  return (
    <svg aria-hidden="true" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <path d={passes} fill={colours.passMarks} />
      {fails && <path d={fails} fill={colours.failMarks} />}
    </svg>
  )
}

function Stamp({ isBroken }: { isBroken: boolean }) {
  return (
    <svg aria-hidden="true" width="32" height="32" viewBox="0 0 20 20" style={{ marginRight: 12 }}>
      {isBroken ? (
        <rect width="20" height="20" rx="4" fill={colours.fail} />
      ) : (
        <circle cx="10" cy="10" r="10" fill={colours.pass} />
      )}
      <path
        d={isBroken ? 'M6.5 6.5l7 7m0-7l-7 7' : 'M5.8 10.4l2.8 2.8 5.6-6'}
        fill="none"
        stroke={colours.paper}
        strokeWidth="2"
      />
    </svg>
  )
}

function Nothing({ message }: { message: string }) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        marginTop: 'auto',
        paddingTop: 22,
        borderTop: `3px solid ${colours.ink}`,
      }}
    >
      <span style={{ fontSize: 30, fontWeight: 600 }}>No pool tables in this filing</span>
      <span style={{ fontSize: 26, lineHeight: 1.4, color: colours.ink2, marginTop: 10 }}>
        {clip(keepDrawable(message), 260)}
      </span>
    </div>
  )
}
